import { z } from "zod";
import { recordReplication } from "../exchange/record-replication.ts";
import { keepFiles } from "../files/keep-files.ts";
import { countShown } from "../files/show-files.ts";
import type { Idea } from "../generated/prisma/client.ts";
import { RowId } from "../row-id.ts";
import { card, type Saying, say, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { createIdea, type Worded } from "./add-idea.ts";
import { findIdea } from "./find-idea.ts";
import { codeOf, titleOf } from "./idea.ts";
import { groupOf } from "./keep-idea.ts";

export const PostIdea = z.object({
  idea: RowId,
  how: z.enum(["name", "anonymous", "not"]),
});

/** The author of a kept idea says how others see it: under a name, without one, or not at all. */
export const postIdea: UseCase<typeof PostIdea, LabScene> = async (scene, { idea: id, how }) => {
  const { db, lab, person } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea) return [toast("idea.missing", {}, true)];
  if (idea.authorId !== person.id) return [toast("idea.ownOnly", {}, true)];
  const code = codeOf(lab, idea);
  if (idea.state !== "draft") return [toast("idea.alreadySent", { code })];

  if (how === "anonymous") {
    const sayings = await submitAnonymously(scene, idea);
    const { own } = await countShown(db, id);
    const args = { code, title: titleOf(idea.text).title, own };
    return [turn(sayings.length > 0 ? "idea.waits" : "idea.waitsNobody", args), ...sayings];
  }
  if (how === "not") {
    await db.idea.update({ where: { id }, data: { state: "withdrawn" } });
    return [turn("idea.withdrawn", { code })];
  }
  return postUnderName(scene, idea);
};

async function postUnderName(scene: LabScene, idea: Idea): Promise<Saying[]> {
  const { db, lab, now } = scene;
  await db.idea.update({ where: { id: idea.id }, data: { state: "posted", postedAt: now } });
  const args = { code: codeOf(lab, idea), title: titleOf(idea.text).title };
  const group = await groupOf(db, lab);
  const replicated = await recordReplication(scene, idea);
  if (!group) return [turn("idea.sentNowhere", args), ...replicated];
  return [
    turn("idea.sent", { ...args, group: group.title }),
    card({ to: "chat", chatId: group.id }, idea.id),
    ...replicated,
  ];
}

/** An idea that its author wanted no name on before it was written. */
export async function keepAnonymously(scene: LabScene, { text, files = [] }: Worded): Promise<Saying[]> {
  const { db, lab, person, now } = scene;
  const draft = { authorId: person.id, text, state: "draft", createdAt: now };
  const idea = await createIdea(db, lab, { ...draft, anonymous: true });
  await keepFiles(scene, files, { ideaId: idea.id });
  const asked = await submitAnonymously(scene, { ...idea, text });
  const { own } = await countShown(db, idea.id);
  const args = { code: codeOf(lab, idea), title: titleOf(text).title, own };
  return [say(asked.length > 0 ? "idea.waits" : "idea.waitsNobody", args), ...asked];
}

/** Asks the facilitators for their yes. They see the words, not the author. */
export async function submitAnonymously(
  { db, lab }: LabScene,
  { id, number, text }: Pick<Idea, "id" | "number" | "text">,
): Promise<Saying[]> {
  await db.idea.update({ where: { id }, data: { state: "waiting", anonymous: true } });
  const facilitators = await db.membership.findMany({
    where: { labId: lab.id, roles: { has: "facilitator" } },
  });
  const { files } = await countShown(db, id);
  const args = { id, code: codeOf(lab, { number }), text, files };
  return facilitators.map(({ personId }) => tell({ personId }, "idea.toApprove", args));
}
