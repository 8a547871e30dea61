import type { Db } from "../db.ts";
import { findSimilarElsewhere } from "../exchange/find-shared-ideas.ts";
import { findExperiences } from "../experiences/find-experiences.ts";
import { keepFiles } from "../files/keep-files.ts";
import type { Lab } from "../generated/prisma/client.ts";
import { type Saying, say } from "../sayings.ts";
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

/** The group that a lab's ideas from private chats are shown in: its first one that the bot is still in. */
export const groupOf = (db: Db, lab: Pick<Lab, "id">) =>
  db.chat.findFirst({
    where: { labId: lab.id, leftAt: null, kind: { not: "private" } },
    orderBy: { id: "asc" },
  });
