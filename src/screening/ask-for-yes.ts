import type { Db } from "../db.ts";
import { countShown } from "../files/show-files.ts";
import type { Idea, Lab } from "../generated/prisma/client.ts";
import { codeOf } from "../ideas/idea.ts";
import { findFacilitators } from "../labs/find-facilitators.ts";
import { questions } from "../questions/question.ts";
import { type Message, type Said, tell } from "../sayings.ts";

/** An idea that waits, and who wrote it: shown for an idea with a name only. */
type Waiting = Pick<Idea, "id" | "number" | "text" | "anonymous"> & {
  author: { name: string };
  recordedBy?: { name: string } | null;
};
type Question = Said<"idea.toApprove" | "idea.toScreen">;

/** So many ideas that wait are shown to somebody who has just become a facilitator, the oldest first. */
const FIRST = 10;

/** What a facilitator is asked about an idea that waits. */
export async function questionOf(db: Db, lab: Pick<Lab, "code">, idea: Waiting): Promise<Question> {
  const found = await db.idea.findUnique({ where: { id: idea.id } });
  const more = questions.flatMap((kind) => (found?.[kind] ? [{ kind, text: found[kind] }] : []));
  const args = { id: idea.id, code: codeOf(lab, idea), text: idea.text, more };
  const recorder = idea.recordedBy ? [{ name: idea.recordedBy.name }] : [];
  if (!idea.anonymous) return { key: "idea.toScreen", args: { ...args, who: idea.author.name, recorder } };
  const { files } = await countShown(db, idea.id);
  return { key: "idea.toApprove", args: { ...args, files } };
}

/** Asks a lab's facilitators for their yes; nobody is asked where there is none. */
export async function askForYes(db: Db, lab: Lab, idea: Waiting): Promise<Message[]> {
  const question = await questionOf(db, lab, idea);
  return (await findFacilitators(db, lab.id)).map(({ personId }) => toldTo(personId, question));
}

/** Asks somebody who has just become a facilitator for what waits already. */
export async function askForWaiting(db: Db, lab: Lab, personId: number): Promise<Message[]> {
  const waiting = await db.idea.findMany({
    where: { labId: lab.id, state: "waiting" },
    ...{ include: { author: true, recordedBy: true }, orderBy: { id: "asc" }, take: FIRST },
  });
  const asked: Message[] = [];
  for (const idea of waiting) asked.push(toldTo(personId, await questionOf(db, lab, idea)));
  return asked;
}

const toldTo = (personId: number, { key, args }: Question) => tell({ personId }, key, args as never);
