import { z } from "zod";
import { showIdea } from "../cards/show-idea.ts";
import { seen } from "../decisions/decision.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { aside, type Saying, say, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import type { Foreign } from "./exchange.ts";
import { type FoundForeign, findForeign } from "./find-foreign.ts";
import { counts } from "./replication.ts";

/** Not `idea`, which would choose the lab that it belongs to. */
export const OpenForeign = z.object({ foreign: RowId });

/** `Buka PSR-3`: another lab's idea, to the person who asked. */
export const openForeign: UseCase<typeof OpenForeign, LabScene> = async (scene, { foreign: id }) => {
  const idea = await findForeign(scene, { id });
  if (idea) return [await pageOf(scene, idea)];
  const own = await findIdea(scene.db, scene.lab, id);
  return own ? showIdea(scene, { idea: id }) : [toast("exchange.gone", {}, true)];
};

/** A code at the start of what was typed. */
const CODE = /^\s*([a-z]{2,5})-(\d{1,7})\b/i;

/**
 * The answer to a code of another lab: its idea, or that it is not shared, in the same words whether it is there or
 * not. Nothing where it is no such code.
 */
export async function answerElsewhere(scene: LabScene, text: string): Promise<Saying[] | undefined> {
  const found = await findForeignByCode(scene, text);
  if (!found) return undefined;
  const { idea, code } = found;
  if (idea) return [await pageOf(scene, idea)];
  return [say("exchange.notShared", { code, outside: scene.lab.admittedAt ? [] : [{}] })];
}

/** What a code of another lab stands for; an old code works too. Nothing where it is no such code. */
export async function findForeignByCode(scene: LabScene, text: string) {
  const { db, lab } = scene;
  const [, code = "", number = ""] = CODE.exec(text) ?? [];
  const named = code && (await db.labCode.findUnique({ where: { code: code.toUpperCase() } }));
  if (!named || named.labId === lab.id) return undefined;
  const idea = await findForeign(scene, { labId: named.labId, number: Number(number) });
  return { idea, code: `${named.code}-${Number(number)}` };
}

/** Another lab's idea as its page. A reply to it is a reply to nothing: its people are elsewhere. */
export async function pageOf(scene: LabScene, idea: FoundForeign): Promise<Saying> {
  return aside("exchange.foreign", await foreignOf(scene, idea));
}

async function foreignOf({ db, lab }: LabScene, idea: FoundForeign): Promise<Foreign> {
  const [votes, feedback, decisions, copies, ours] = await Promise.all([
    db.vote.count({ where: { ideaId: idea.id } }),
    db.feedback.count({ where: { ideaId: idea.id, withdrawnAt: null } }),
    db.decision.findMany({
      where: { ideaId: idea.id, ...seen },
      distinct: ["kind"],
      orderBy: { id: "asc" },
    }),
    db.replication.count({ where: { ideaId: idea.id, ...counts } }),
    db.replication.findFirst({
      where: { ideaId: idea.id, labId: lab.id, ...counts },
      include: { copy: true },
    }),
  ]);
  const { title, rest } = titleOf(idea.text);
  return {
    ...{ id: idea.id, code: codeOf(idea.lab, idea), title, lab: idea.lab.name, stage: idea.stage },
    rest: rest ? [{ text: rest }] : [],
    unit: idea.unit ? [{ name: idea.unit.name }] : [],
    ...{ votes, feedback, copies, decisions: decisions.map(({ kind }) => ({ kind })) },
    contact: idea.lab.contact ? [{ contact: idea.lab.contact }] : [],
    noContact: idea.lab.contact ? [] : [{}],
    ours: ours?.copy ? [{ code: codeOf(lab, ours.copy) }] : [],
  };
}

/** The answer to who replies to another lab's idea, which reaches nobody there; what was written is said again. */
export async function refuseReply(scene: LabScene, { idea: id, text }: { idea: number; text: string }) {
  const idea = await findForeign(scene, { id });
  if (!idea) return [say("idea.missing", {})];
  return [say("exchange.noReply", { code: codeOf(idea.lab, idea), lab: idea.lab.name, text })];
}
