import type { Person } from "../generated/prisma/client.ts";
import type { Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { type Otherwise, tell } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";

type Words = { role: string; text: string };

/** The author reads the words privately, or is mentioned in the group. */
export const tellAuthor = (
  idea: Told,
  by: Person,
  { role, text, otherwise }: Words & { otherwise: Otherwise | undefined },
) =>
  tell(
    { personId: idea.authorId, otherwise },
    "feedback.given",
    { id: idea.id, code: codeOf(idea.lab, idea), title: titleOf(idea.text).title, who: by.name, role, text },
    { about: { about: "idea", id: idea.id } },
  );

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
