import type { Db } from "../db.ts";
import { findSimilarElsewhere } from "../exchange/find-shared-ideas.ts";
import { findExperiences } from "../experiences/find-experiences.ts";
import { keepFiles } from "../files/keep-files.ts";
import type { Idea, Lab } from "../generated/prisma/client.ts";
import { type Address, type Saying, say } from "../sayings.ts";
import { askUnitOnce } from "../units/write-profile.ts";
import type { LabScene } from "../use-case.ts";
import { createIdea, type Worded } from "./add-idea.ts";
import { findSimilarIdeas, MOST } from "./find-similar-ideas.ts";
import { codeOf, titleOf } from "./idea.ts";

/** An idea told in private: it is kept at once, and shown to others only when its author says how. */
export async function keepIdea(scene: LabScene, { text, files = [] }: Worded): Promise<Saying[]> {
  const { db, lab, person, chat, message, now } = scene;
  const source = message ? { sourceChatId: chat.telegramId, sourceMessageId: message.id } : {};
  const draft = { authorId: person.id, text, state: "draft", createdAt: now, ...source };
  const similar = await findSimilarIdeas(db, lab, { text });
  const elsewhere = await findSimilarElsewhere(db, lab, { text, most: MOST - similar.length });
  const idea = await createIdea(db, lab, draft);
  await keepFiles(scene, files, { ideaId: idea.id });
  return [
    say("idea.kept", {
      ...{ id: idea.id, code: codeOf(lab, idea), title: titleOf(text).title },
      similar: similar.map((other) => ({
        id: other.id,
        code: codeOf(lab, other),
        title: titleOf(other.text).title,
      })),
      elsewhere: elsewhere.map((other) => ({
        ...{ id: other.id, code: codeOf(other, other), title: titleOf(other.text).title, lab: other.lab },
      })),
      experiences: await findExperiences(db, lab, text),
      group: (await groupOf(db, lab))?.title ?? lab.name,
      files: files.length > 0 ? [{}] : [],
    }),
    ...(await askUnitOnce(scene)),
  ];
}

type Placed = { title: string; address: Extract<Address, { to: "chat" }> };

/** Where an idea's card goes: below the message that it came from, in a group of the lab; else to the lab's group. */
export async function placeOf(
  db: Db,
  lab: Pick<Lab, "id">,
  { sourceChatId, sourceMessageId, anonymous }: Pick<Idea, "sourceChatId" | "sourceMessageId" | "anonymous">,
): Promise<Placed | undefined> {
  const telegramId = anonymous ? 0n : (sourceChatId ?? 0n);
  const where = { telegramId, labId: lab.id, leftAt: null, kind: { not: "private" } };
  const source = await db.chat.findFirst({ where });
  const replyTo = source ? (sourceMessageId ?? undefined) : undefined;
  const group = source ?? (await groupOf(db, lab));
  return group ? { title: group.title, address: { to: "chat", chatId: group.id, replyTo } } : undefined;
}

/** The group that a lab's ideas from private chats are shown in: its first one that the bot is still in. */
export const groupOf = (db: Db, lab: Pick<Lab, "id">) =>
  db.chat.findFirst({
    where: { labId: lab.id, leftAt: null, kind: { not: "private" } },
    orderBy: { id: "asc" },
  });
