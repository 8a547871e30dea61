import { z } from "zod";
import type { Idea, Lab, Person } from "../generated/prisma/client.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import type { Otherwise, Saying } from "../sayings.ts";
import { react, say, show, tell, whisper } from "../sayings.ts";
import { keepLine } from "../threads/keep-line.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { addComment } from "./add-comment.ts";
import { nextAtDesk } from "./show-desk.ts";

export const GiveFeedback = z.object({ idea: z.number(), text: z.string().trim().min(1) });

/**
 * A mentor's or a leader's reply to a card. The author is told, the card counts it, the next idea comes to the desk.
 * One's own idea gets a comment, but for an anonymous one in the group: there the difference would tell the author.
 */
export const giveFeedback: UseCase<typeof GiveFeedback, LabScene> = async (scene, { idea: id, text }) => {
  const { db, lab, person, chat, now, roles } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea || idea.state === "withdrawn") return [say("idea.missing", {})];
  const own = idea.authorId === person.id;
  if (own && !(idea.anonymous && chat.kind !== "private")) return addComment(scene, { idea: id, text });

  const role = roles.includes("mentor") ? "mentor" : "leader";
  const line = await keepLine(scene, { text, ideaId: id });
  const given = { ideaId: id, personId: person.id, role, text, givenAt: now, lineId: line.id };
  const { id: feedback } = await db.feedback.upsert({
    where: { lineId: line.id },
    create: given,
    update: { text },
  });

  const code = codeOf(lab, idea);
  const noted = { feedback, code };
  const here = chat.kind === "private" ? [say("feedback.noted", noted)] : [whisper("feedback.noted", noted)];
  return [
    react("noted"),
    show(id),
    ...(own ? [] : [tellAuthor(idea, person, { role, text, otherwise: await mentionOf(scene, idea) })]),
    ...(await tellFollowers(scene, idea, { role, text })),
    ...here,
    ...(chat.kind === "private" && role === "mentor"
      ? await nextAtDesk(scene, { quietWhenEmpty: true })
      : []),
  ];
};

type Told = Idea & { lab: Lab; author: Person };
type Words = { role: string; text: string };

const tellAuthor = (
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
    orderBy: { id: "asc" },
  });
  if (!post) return undefined;
  const { name, telegramId } = idea.author;
  const args = { name, telegramId: Number(telegramId), code: codeOf(idea.lab, idea), idea: idea.id };
  return {
    chatId: post.chatId,
    replyTo: post.messageId ?? undefined,
    said: { key: "feedback.mention", args },
  };
}

const HOUR = 3_600_000;

/** At most one notice per idea and hour goes to each follower. */
async function tellFollowers({ db, now, person }: LabScene, idea: Told, words: Words): Promise<Saying[]> {
  const due = await db.follow.findMany({
    where: {
      ideaId: idea.id,
      personId: { notIn: [person.id, idea.authorId] },
      OR: [{ toldAt: null }, { toldAt: { lt: new Date(now.getTime() - HOUR) } }],
    },
  });
  const ids = due.map(({ personId }) => personId);
  await db.follow.updateMany({ where: { ideaId: idea.id, personId: { in: ids } }, data: { toldAt: now } });
  const args = { code: codeOf(idea.lab, idea), title: titleOf(idea.text).title, who: person.name, ...words };
  return ids.map((personId) =>
    tell({ personId }, "feedback.followed", args, { about: { about: "idea", id: idea.id } }),
  );
}
