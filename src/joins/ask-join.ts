import { z } from "zod";
import type { Answered } from "../forms/answered.ts";
import { openForm } from "../forms/open-form.ts";
import type { Idea } from "../generated/prisma/client.ts";
import { findHolder, findIdea } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { CODE } from "../language/another-matter.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, toast } from "../sayings.ts";
import { findSimilarIdeas } from "../search/find-similar-ideas.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { holdsOthers, join } from "./join-ideas.ts";

export const AskJoin = z.object({ idea: RowId });

/** `Gabung`: asks with which idea, likely twins as buttons; any other by its code. */
export const askJoin: UseCase<typeof AskJoin, LabScene> = async (scene, { idea: id }) => {
  const { db, lab } = scene;
  const idea = await findIdea(db, lab, id);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  if (await holdsOthers(db, id)) return [toast("idea.holdsOthers", { code: codeOf(lab, idea) }, true)];
  const about = await openForm(scene, "join", { idea: id });
  const alike = (await findSimilarIdeas(db, lab, { text: idea.text })).filter((one) => one.id !== id);
  const twins = alike.map((one) => ({ id: one.id, code: codeOf(lab, one), title: titleOf(one.text).title }));
  const args = { id, code: codeOf(lab, idea), twins };
  return [say("idea.askJoin", args, { about })];
};

/** A code, typed. */
export async function answerJoin(scene: LabScene, state: unknown, text: string): Promise<Answered> {
  const { db, lab } = scene;
  const { idea: id = 0 } = (state ?? {}) as { idea?: number };
  const [, code, number] = CODE.exec(text) ?? [];
  const own =
    code === undefined ||
    (await db.labCode.count({ where: { code: code.toUpperCase(), labId: lab.id } })) > 0;
  const where = { labId: lab.id, number: Number(number ?? 0) };
  const into = own && number ? await db.idea.findFirst({ where }) : null;
  const joined = into && (await join(scene, { idea: id, into: into.id }));
  if (!joined || "refused" in joined) return { again: await whyNot(scene, id, into) };
  return [say("idea.joined", joined.args), ...joined.sayings];
}

/** What is wrong with a code: it is the idea's own, or that of one that was joined to another. */
async function whyNot({ db, lab }: LabScene, id: number, into: Idea | null): Promise<Saying[]> {
  if (into?.id === id) return [say("idea.joinsItself", { code: codeOf(lab, into) })];
  const holder = into?.state === "joined" ? await findHolder(db, lab, into.id) : undefined;
  if (!into || !holder) return [say("idea.missing", {})];
  const { title } = titleOf(holder.text);
  return [say("idea.joinedAlready", { code: codeOf(lab, into), into: codeOf(lab, holder), title })];
}
