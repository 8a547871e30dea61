import { ownersOf } from "../authors/own-idea.ts";
import type { Person } from "../generated/prisma/client.ts";
import type { Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { type Otherwise, type Saying, tell } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";

type Words = { role: string; text: string };

/** Whose idea it is reads the words privately; the author else is mentioned in the group. */
export function tellOwners(
  idea: Told,
  by: Person,
  { role, text, otherwise }: Words & { otherwise: Otherwise | undefined },
): Saying[] {
  const named = { id: idea.id, code: codeOf(idea.lab, idea), title: titleOf(idea.text).title };
  const args = { ...named, who: by.name, role, text };
  const about = { about: { about: "idea", id: idea.id } } as const;
  return ownersOf(idea).map((personId) =>
    tell(personId === idea.authorId ? { personId, otherwise } : { personId }, "feedback.given", args, about),
  );
}

/** In the group where the idea was born, without the words; an anonymous author is never named there. */
export async function mentionOf({ db }: Pick<LabScene, "db">, idea: Told): Promise<Otherwise | undefined> {
  if (idea.anonymous) return undefined;
  const post = await db.post.findFirst({
    where: {
      about: "idea",
      aboutId: idea.id,
      view: "idea",
      chat: { kind: { not: "private" }, leftAt: null },
    },
    include: { chat: true },
    orderBy: { id: "asc" },
  });
  if (!post) return undefined;
  const { name, telegramId } = idea.author;
  const args = { name, telegramId: Number(telegramId), code: codeOf(idea.lab, idea), idea: idea.id };
  return {
    chatId: post.chatId,
    replyTo: post.rawChatId === post.chat.telegramId ? (post.messageId ?? undefined) : undefined,
    said: { key: "feedback.mention", args },
  };
}
