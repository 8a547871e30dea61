import { z } from "zod";
import type { Db } from "../db.ts";
import type { Answered } from "../people/answered.ts";
import { closeForms, openForm } from "../people/open-form.ts";
import { RowId } from "../row-id.ts";
import { type Saying, say, show, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { findIdea, type Told } from "./find-idea.ts";
import { findSimilarIdeas } from "./find-similar-ideas.ts";
import { codeOf, titleOf } from "./idea.ts";

export const AskJoin = z.object({ idea: RowId });
export const JoinIdeas = z.object({ idea: RowId, into: RowId });
export const UnjoinIdeas = z.object({ join: RowId });

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
  const { db, lab, roles } = scene;
  const { idea: id = 0 } = (state ?? {}) as { idea?: number };
  if (!roles.includes("facilitator")) return [say("person.needsRole", { role: "facilitator" })];
  const [, code, number] = /^\s*(?:([a-z]{2,5})-)?(\d{1,9})\s*$/i.exec(text) ?? [];
  const own =
    code === undefined ||
    (await db.labCode.count({ where: { code: code.toUpperCase(), labId: lab.id } })) > 0;
  const where = { labId: lab.id, number: Number(number ?? 0), state: "posted" };
  const into = own && number ? await db.idea.findFirst({ where }) : null;
  const joined = into && (await join(scene, { idea: id, into: into.id }));
  if (!joined || "refused" in joined) return { again: [say("idea.missing", {})] };
  return [say("idea.joined", joined.args), ...joined.sayings];
}

/** Two ideas are one from now on: one card, each person's vote once, both authors named. Nothing of either is lost. */
export const joinIdeas: UseCase<typeof JoinIdeas, LabScene> = async (scene, both) => {
  const joined = await join(scene, both);
  if ("refused" in joined) return [toast("idea.missing", {}, true)];
  await closeForms(scene, "join");
  return [turn("idea.joined", joined.args), ...joined.sayings];
};

async function join(scene: LabScene, { idea: id, into }: { idea: number; into: number }) {
  const { db, lab, person, now } = scene;
  const [other, kept] = [await findIdea(db, lab, id), await findIdea(db, lab, into)];
  if (other?.state !== "posted" || kept?.state !== "posted" || id === into || (await holdsOthers(db, id)))
    return { refused: true };
  const { id: joinId } = await db.join.create({
    data: { ideaId: id, intoId: into, personId: person.id, at: now },
  });
  await db.idea.update({ where: { id }, data: { state: "joined" } });
  await db.$executeRaw`
    insert into "Vote" ("ideaId", "personId", "votedAt", "joinId")
    select ${into}, "personId", "votedAt", ${joinId} from "Vote" where "ideaId" = ${id} on conflict do nothing`;
  await db.$executeRaw`
    insert into "Follow" ("ideaId", "personId", "followedAt", "joinId")
    select ${into}, "personId", "followedAt", ${joinId} from "Follow" where "ideaId" = ${id} on conflict do nothing`;
  const args = { join: joinId, ...codes(lab, other, kept) };
  return { args, sayings: [show(id), show(into), ...told(scene, [other, kept], "idea.wasJoined", args)] };
}

/** Takes the link away: all is as it was before, and what came since stays where it came. */
export const unjoinIdeas: UseCase<typeof UnjoinIdeas, LabScene> = async (scene, { join: id }) => {
  const { db, lab, now } = scene;
  const link = await db.join.findFirst({ where: { id, undoneAt: null, idea: { labId: lab.id } } });
  const [other, kept] = link
    ? [await findIdea(db, lab, link.ideaId), await findIdea(db, lab, link.intoId)]
    : [];
  if (!link || !other || !kept) return [toast("person.oldButton", {})];
  await db.join.update({ where: { id }, data: { undoneAt: now } });
  await db.idea.updateMany({ where: { id: other.id, state: "joined" }, data: { state: "posted" } });
  await takeBack(db, id);
  const args = codes(lab, other, kept);
  return [
    turn("idea.unjoined", args),
    show(other.id),
    show(kept.id),
    ...told(scene, [other, kept], "idea.wasUnjoined", args),
  ];
};

/** An idea that others were joined to is parted from them first: a chain could not be undone exactly. */
const holdsOthers = async (db: Db, id: number) =>
  (await db.join.count({ where: { intoId: id, undoneAt: null } })) > 0;

async function takeBack(db: Db, joinId: number) {
  await db.vote.deleteMany({ where: { joinId } });
  await db.follow.deleteMany({ where: { joinId } });
}

const codes = (lab: LabScene["lab"], other: Told, kept: Told) => ({
  code: codeOf(lab, other),
  into: codeOf(lab, kept),
  title: titleOf(kept.text).title,
});

/** To each author. An anonymous one stays unknown. */
function told(
  { person }: LabScene,
  ideas: Told[],
  key: "idea.wasJoined" | "idea.wasUnjoined",
  args: ReturnType<typeof codes>,
): Saying[] {
  const about = { about: "idea", id: ideas[1]?.id ?? 0 } as const;
  const authors = new Map(ideas.map((idea) => [idea.authorId, idea]));
  authors.delete(person.id);
  return [...authors.values()].map(({ authorId: personId, anonymous }) => {
    const whom = { named: anonymous ? [] : [{}], anonymous: anonymous ? [{}] : [] };
    return tell({ personId }, key, { ...args, ...whom }, { about });
  });
}
