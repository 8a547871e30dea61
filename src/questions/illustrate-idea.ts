import { addOwn } from "../files/add-files.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { codeOf } from "../ideas/idea.ts";
import { type Saying, say } from "../sayings.ts";
import { tellAdded } from "../screening/tell-added.ts";
import type { Said } from "../talk/talk.ts";
import type { LabScene } from "../use-case.ts";
import { stateOf } from "./ask-question.ts";

/** The kind of the form that keeps what came, so that it can be taken back. */
export const ILLUSTRATION = "illustration";

/** A file alone, while something is asked about an idea, goes with the idea; the question stays open. */
export async function illustrateIdea(
  scene: LabScene,
  { draft: id, files }: Said & { draft: number },
): Promise<Saying[]> {
  const { db, lab, person, chat, now } = scene;
  const draft = await db.draft.findFirst({ where: { id, personId: person.id } });
  const idea = draft && (await findIdea(db, lab, stateOf(draft).idea));
  const added = idea ? await addOwn(scene, idea.id, files) : [];
  if (!idea || added.length === 0) return [say("file.needsWords", {})];
  const state = { idea: idea.id, answer: "", files };
  const form = { personId: person.id, chatId: chat.id, kind: ILLUSTRATION, state };
  const kept = await db.draft.create({ data: { ...form, createdAt: now, doneAt: now } });
  const told = await tellAdded(scene, idea, { kind: "file", text: "" });
  return [say("idea.illustrated", { code: codeOf(lab, idea), draft: kept.id }), ...added, ...told];
}
