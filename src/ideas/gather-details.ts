import { UNDO } from "../decisions/decision.ts";
import { listFiles } from "../files/show-files.ts";
import { evidenceOf } from "../plans/plan.ts";
import type { LabScene } from "../use-case.ts";
import { inCategory } from "./completion.ts";
import { type Part, sliced } from "./details.ts";
import type { Told } from "./find-idea.ts";

/** So many of the newest of each are read; nobody turns more pages. */
const MOST = 500;

/** What is told of it in words of its own. */
const FIELDS = ["affected", "difference", "result", "benefit"] as const;

type Gathered = { now: Part[]; history: Part[] };

/** Everything about an idea: what it is now, and how it came to be that. */
export async function gatherDetails(scene: LabScene, idea: Told): Promise<Gathered> {
  const [files, evidence, decisions, answers, replies, history] = await Promise.all([
    listFiles(scene, idea),
    evidenceFor(scene, idea),
    longReasons(scene, idea),
    answersTo(scene, idea),
    repliesTo(scene, idea),
    historyOf(scene, idea),
  ]);
  const fields = FIELDS.flatMap((kind): Part[] =>
    idea[kind] === null ? [] : [{ key: "details.field", args: { kind, text: idea[kind] } }],
  );
  const categories: Part[] =
    idea.categories.length > 0
      ? [{ key: "details.categories", args: { names: idea.categories.map(inCategory) } }]
      : [];
  const given = files.map((args): Part => ({ key: "details.file", args }));
  const told = [...categories, ...fields, ...given, ...evidence, ...decisions, ...answers, ...replies];
  const now = sliced(told);
  return { now, history: sliced(history) };
}

/** What shows that steps of its plan are done. */
async function evidenceFor({ db }: LabScene, { id: ideaId }: Told): Promise<Part[]> {
  const proved = await db.planItem.findMany({
    where: { ideaId, OR: [{ evidence: { some: {} } }, { evidenceNote: { not: null } }] },
    ...{ orderBy: [{ doneAt: "asc" }, { id: "asc" }], take: MOST },
    include: { _count: { select: { evidence: true } } },
  });
  return proved.flatMap((step): Part[] => {
    const { files, note } = evidenceOf(step);
    const words = note.map((args): Part => ({ key: "details.text", args }));
    return [{ key: "details.evidence", args: { what: step.what, files } }, ...words];
  });
}

/** A reason that does not fit the head. */
export const LONG = 200;

async function longReasons({ db, now }: LabScene, { id: ideaId }: Told): Promise<Part[]> {
  const decisions = await db.decision.findMany({
    where: { ideaId, undoneAt: null, decidedAt: { lte: new Date(now.getTime() - UNDO) } },
    ...{ include: { person: true }, orderBy: { id: "asc" }, take: MOST },
  });
  return decisions.flatMap(({ person, kind, reason }): Part[] =>
    reason && reason.length > LONG
      ? [{ key: "details.decision", args: { who: person.name, kind, text: reason } }]
      : [],
  );
}

async function answersTo({ db }: LabScene, { id: ideaId }: Told): Promise<Part[]> {
  const given = await db.feedback.findMany({
    where: { ideaId, withdrawnAt: null },
    ...{ include: { person: true }, orderBy: { id: "desc" }, take: MOST },
  });
  return given
    .reverse()
    .map(({ person, role, text }) => ({ key: "details.answer", args: { who: person.name, role, text } }));
}

/** An anonymous author's private words bear no name; what was said in the group bears the one that all saw there. */
async function repliesTo({ db }: LabScene, idea: Told): Promise<Part[]> {
  const lines = await db.line.findMany({
    where: { ideaId: idea.id, feedback: null },
    ...{ include: { person: true, chat: true }, orderBy: { id: "desc" }, take: MOST },
  });
  return lines.reverse().map(({ person, chat, text }) => {
    const hidden = idea.anonymous && person.id === idea.authorId && chat.kind === "private";
    return { key: "details.reply", args: { who: hidden ? "–" : person.name, text } };
  });
}

/** Earlier words, and the stages that it went through, in order. */
async function historyOf({ db, lab }: LabScene, { id: ideaId }: Told): Promise<Part[]> {
  const [versions, moves] = await Promise.all([
    db.version.findMany({ where: { ideaId }, orderBy: { number: "asc" }, take: MOST }),
    db.stageChange.findMany({
      where: { ideaId },
      ...{ include: { person: true }, orderBy: { id: "asc" }, take: MOST },
    }),
  ]);
  const day = (at: Date) => ({ at: at.toISOString(), zone: lab.zone, show: "dayTime" }) as const;
  const texts = versions.map(({ number, endedAt, text }): { at: Date; part: Part } => ({
    at: endedAt,
    part: { key: "details.version", args: { number, until: day(endedAt), text } },
  }));
  const stages = moves.map(({ at, from, to, person, reason }): { at: Date; part: Part } => ({
    at,
    part: { key: "details.stage", args: { from, to, at: day(at), who: person.name, text: reason ?? "" } },
  }));
  return [...texts, ...stages].sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ part }) => part);
}
