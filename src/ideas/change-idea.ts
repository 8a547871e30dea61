import { diffWords } from "diff";
import { z } from "zod";
import { ownersOf, owns } from "../authors/own-idea.ts";
import { attachFiles } from "../files/attach-files.ts";
import type { FileGiven } from "../files/file.ts";
import { openForm } from "../forms/open-form.ts";
import type { Idea } from "../generated/prisma/client.ts";
import { findFacilitators } from "../labs/find-facilitators.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, show, tell, toast } from "../sayings.ts";
import { screenIdea } from "../screening/admit-idea.ts";
import { termsOfIdea } from "../search/terms.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findIdea, type Told } from "./find-idea.ts";
import { codeOf, titleOf } from "./idea.ts";

export const AskChange = z.object({ idea: RowId });

/** What waits for a yes stays as it is read. */
const CHANGED = ["draft", "posted", "secret"];

/** `Ubah`: asks its author for the new words; the answer replaces the old ones. */
export const askChange: UseCase<typeof AskChange, LabScene> = async (scene, { idea: id }) => {
  const { db, lab } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea || !CHANGED.includes(idea.state)) return [toast("idea.missing", {}, true)];
  if (!owns(scene, idea)) return [toast("idea.ownOnly", {}, true)];
  if (isFixed(idea)) return [toast("idea.fixed", { code: codeOf(lab, idea) }, true)];
  const args = { code: codeOf(lab, idea), text: idea.text };
  return [say("idea.askChange", args, { about: await openForm(scene, "change", { idea: id }) })];
};

/** What a facilitator let through without knowing its author stays as it was read. */
const isFixed = ({ anonymous, state }: Told) => anonymous && state === "posted";

/** Whether its words can be others now. */
export const mayChange = (idea: Told) => CHANGED.includes(idea.state) && !isFixed(idea);

/** The answer to `Ubah`. */
export async function answerChange(
  scene: LabScene,
  state: unknown,
  text: string,
  files: FileGiven[] = [],
): Promise<Saying[]> {
  const { db, lab } = scene;
  const { idea: id = 0, draft } = (state ?? {}) as { idea?: number; draft?: number };
  const idea = await findIdea(db, lab, id);
  if (!idea || !owns(scene, idea) || !CHANGED.includes(idea.state)) return [say("idea.missing", {})];
  const code = codeOf(lab, idea);
  if (isFixed(idea)) return [say("idea.fixed", { code })];
  await attachFiles(scene, idea, files);
  const added = files.length > 0 ? [show(id)] : [];
  if (idea.text === text) return [say("idea.unchanged", { code }), ...added];
  const told = await changeIdea(scene, idea, text);
  const kept = { state: { idea: id, answer: text, before: idea.text, files } };
  if (draft) await db.draft.update({ where: { id: draft }, data: kept });
  const back = draft ? [{ draft }] : [];
  return [say("idea.changed", { code, title: titleOf(text).title, back }), ...told];
}

/**
 * New words; the old ones stay as a version, but for those that nobody else ever saw. Whoever answered the old ones is shown what became of them, and so are
 * facilitators where they let these through.
 */
export async function changeIdea(scene: LabScene, idea: Told, text: string): Promise<Saying[]> {
  const { db, now } = scene;
  if (idea.state !== "draft") {
    const number = await versionOf(scene, idea);
    await db.version.create({ data: { ideaId: idea.id, number, text: idea.text, endedAt: now } });
  }
  return rewrite(scene, idea, text);
}

/** These words from now on; tells whom that concerns. */
export async function rewrite(scene: LabScene, idea: Told, text: string): Promise<Saying[]> {
  const { db } = scene;
  const { id, text: before } = idea;
  const terms = termsOfIdea({ ...idea, text }, idea.sharedAt !== null && idea.lab.admittedAt !== null);
  await db.idea.update({ where: { id }, data: { text, terms } });
  const given = await db.feedback.findMany({
    where: { ideaId: id, withdrawnAt: null, personId: { notIn: ownersOf(idea) } },
    ...{ distinct: ["personId"], select: { personId: true } },
  });
  const readers = new Set([...given, ...(await screenersOf(scene, idea))].map(({ personId }) => personId));
  const args = { id, code: codeOf(idea.lab, idea), changes: changesOf(before, text) };
  return [
    show(id),
    ...[...readers].map((personId) =>
      tell({ personId }, "idea.changedSince", args, { about: { about: "idea", id } }),
    ),
  ];
}

/** The facilitators, where this author's ideas need their yes, so that none is turned into another behind their backs. */
async function screenersOf(scene: LabScene, { state }: Told) {
  if (state !== "posted" || (await screenIdea(scene)) !== "waiting") return [];
  return findFacilitators(scene.db, scene.lab.id);
}

/** Which version of an idea's words somebody answers, from 1. */
export const versionOf = async ({ db }: Pick<LabScene, "db">, { id: ideaId }: Pick<Idea, "id">) =>
  1 + (await db.version.count({ where: { ideaId } }));

/** What is the same, new and gone, in reading order. */
const changesOf = (before: string, after: string) =>
  diffWords(before, after).map(({ value, added, removed }) => {
    const one = [{ text: value }];
    return { same: added || removed ? [] : one, added: added ? one : [], removed: removed ? one : [] };
  });
