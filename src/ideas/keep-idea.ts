import { findSimilarElsewhere } from "../exchange/find-shared-ideas.ts";
import { findExperiences } from "../experiences/find-experiences.ts";
import { keepFiles } from "../files/keep-files.ts";
import type { Idea } from "../generated/prisma/client.ts";
import { aboutAsked, askQuestion } from "../questions/ask-question.ts";
import { type Asks, openQuestions } from "../questions/question.ts";
import { type Saying, say } from "../sayings.ts";
import { findSimilarIdeas, MOST } from "../search/find-similar-ideas.ts";
import { askUnitOnce } from "../units/write-profile.ts";
import type { LabScene } from "../use-case.ts";
import { createIdea, type Worded } from "./add-idea.ts";
import { groupOf } from "./find-place.ts";
import { codeOf, titleOf } from "./idea.ts";

/**
 * An idea told in private: it is kept at once, and shown to others only when its author says how. A question that makes
 * it better rides along; it need not be answered.
 */
export async function keepIdea(scene: LabScene, told: Worded): Promise<Saying[]> {
  const idea = await storeIdea(scene, told);
  const asks = await firstQuestion(scene, idea);
  return [say("idea.kept", await keptOf(scene, idea, asks), aboutAsked(asks)), ...(await askUnitOnce(scene))];
}

/** One of several that were told at once: nothing is asked about it. */
export async function keepOneOfMany(scene: LabScene, told: Worded): Promise<Saying[]> {
  return [say("idea.kept", await keptOf(scene, await storeIdea(scene, told), []))];
}

async function storeIdea(scene: LabScene, { text, files = [] }: Worded) {
  const { db, lab, person, chat, message, now } = scene;
  const source = message ? { sourceChatId: chat.telegramId, sourceMessageId: message.id } : {};
  const draft = { authorId: person.id, text, state: "draft", createdAt: now, ...source };
  const idea = await createIdea(db, lab, draft);
  await keepFiles(scene, files, { ideaId: idea.id });
  return { ...idea, text };
}

/** The first question about an idea that was just told; where a model asks, it comes a moment later. */
export async function firstQuestion(scene: LabScene, idea: Pick<Idea, "id" | "text">): Promise<Asks[]> {
  const { db, lab, person, now, hasModel } = scene;
  const asked = openQuestions({ ...idea, affected: null, difference: null });
  if (asked.length === 0 || !hasModel || !lab.usesModel)
    return askQuestion(scene, idea, { host: "kept", asked });
  await db.inquiry.create({ data: { ideaId: idea.id, personId: person.id, askedAt: now } });
  return [];
}

/** What its author reads of an idea that nobody else sees yet. */
export async function keptOf(
  { db, lab }: LabScene,
  { id, number, text, inspiredById }: Pick<Idea, "id" | "number" | "text"> & Partial<Idea>,
  asks: Asks[],
) {
  const similar = await findSimilarIdeas(db, lab, { text, before: id });
  const elsewhere = await findSimilarElsewhere(db, lab, { text, most: MOST - similar.length });
  const files = await db.attachment.count({ where: { ideaId: id } });
  return {
    ...{ id, code: codeOf(lab, { number }), title: titleOf(text).title, asks },
    similar: similar.map((other) => ({
      id: other.id,
      code: codeOf(lab, other),
      title: titleOf(other.text).title,
      origin: other.id === inspiredById ? [{}] : [],
    })),
    elsewhere: elsewhere.map((other) => ({
      ...{ id: other.id, code: codeOf(other, other), title: titleOf(other.text).title, lab: other.lab },
    })),
    experiences: await findExperiences(db, lab, text),
    group: (await groupOf(db, lab))?.title ?? lab.name,
    files: files > 0 ? [{}] : [],
  };
}
