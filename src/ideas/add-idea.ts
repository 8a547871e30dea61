import { z } from "zod";
import type { Db } from "../db.ts";
import type { Lab, Prisma } from "../generated/prisma/client.ts";
import { card, react } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findSimilarIdeas } from "./find-similar-ideas.ts";

/** An idea's text: at least one letter or digit, of any script. */
export const IdeaText = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u)
  .max(4096);

export const AddIdea = z.object({ text: IdeaText });

/** A new idea in a group: a sign on its message, and its card as a reply. */
export const addIdea: UseCase<typeof AddIdea, LabScene> = async (scene, { text }) => {
  const { db, lab, person, chat, message, now } = scene;
  const source = message ? { sourceChatId: chat.telegramId, sourceMessageId: message.id } : {};
  const posted = { authorId: person.id, text, state: "posted", createdAt: now, postedAt: now, ...source };
  const idea = await createIdea(db, lab, posted);
  return [react("noted"), card({ to: "here" }, idea.id)];
};

type NewIdea = Omit<Prisma.IdeaUncheckedCreateInput, "labId" | "number" | "similar">;

/** Stores an idea with the lab's next number, and which others it resembles. */
export async function createIdea(db: Db, lab: Pick<Lab, "id">, idea: NewIdea) {
  const similar = (await findSimilarIdeas(db, lab, idea.text)).map(({ id }) => id);
  const { ideaCount: number } = await db.lab.update({
    where: { id: lab.id },
    data: { ideaCount: { increment: 1 } },
    select: { ideaCount: true },
  });
  return db.idea.create({ data: { ...idea, labId: lab.id, number, similar } });
}
