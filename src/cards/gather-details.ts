import { inCategories } from "../completion/completion.ts";
import { seen } from "../decisions/decision.ts";
import { listFiles } from "../files/show-files.ts";
import { idsOf, type Told } from "../ideas/find-idea.ts";
import { codeOf } from "../ideas/idea.ts";
import { findJoined } from "../joins/find-joined.ts";
import { evidenceOf } from "../plans/plan.ts";
import type { LabScene } from "../use-case.ts";
import { MOST, type Part } from "./details.ts";
import { historyOf } from "./gather-history.ts";
import { sliced } from "./pages.ts";

/** What is told of it in words of its own. */
const FIELDS = ["affected", "difference", "result", "benefit"] as const;

type Gathered = { now: Part[]; history: Part[] };

/** Everything about an idea: what it is now, and how it came to be that. */
export async function gatherDetails(scene: LabScene, idea: Told): Promise<Gathered> {
  const [joined, files, evidence, decisions, answers, replies, history] = await Promise.all([
    joinedTo(scene, idea),
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
      ? [{ key: "details.categories", args: { names: inCategories(idea.categories) } }]
      : [];
  const given = files.map(({ opens, ...args }): Part => ({ key: "details.file", args }));
  const told = [
    ...joined,
    ...categories,
    ...fields,
    ...given,
    ...evidence,
    ...decisions,
    ...answers,
    ...replies,
  ];
  const now = sliced(told);
  return { now, history: sliced(history) };
}

/** The words of the ideas that were joined to it. */
async function joinedTo({ db, lab }: LabScene, { id }: Told): Promise<Part[]> {
  const joins = await findJoined(db, id);
  return joins.map(({ idea }) => ({
    key: "details.joined",
    args: { code: codeOf(lab, idea), text: idea.text },
  }));
}

/** What shows that steps of its plan are done. */
async function evidenceFor({ db }: LabScene, { id: ideaId }: Told): Promise<Part[]> {
  const proved = await db.planItem.findMany({
    where: { ideaId, OR: [{ evidence: { some: {} } }, { evidenceNote: { not: null } }] },
    ...{ orderBy: [{ doneAt: "asc" }, { id: "asc" }], take: MOST },
    include: { evidence: { select: { id: true } } },
  });
  return proved.flatMap((step): Part[] => {
    const { files, note } = evidenceOf(step);
    const words = note.map((args): Part => ({ key: "details.text", args }));
    return [{ key: "details.evidence", args: { what: step.what, files } }, ...words];
  });
}

/** A reason that does not fit the head. */
export const LONG = 200;

async function longReasons({ db }: LabScene, { id: ideaId }: Told): Promise<Part[]> {
  const decisions = await db.decision.findMany({
    where: { ideaId, ...seen },
    ...{ include: { person: true }, orderBy: { id: "asc" }, take: MOST },
  });
  return decisions.flatMap(({ person, kind, reason }): Part[] =>
    reason && reason.length > LONG
      ? [{ key: "details.decision", args: { who: person.name, kind, text: reason } }]
      : [],
  );
}

async function answersTo({ db }: LabScene, idea: Told): Promise<Part[]> {
  const given = await db.feedback.findMany({
    where: { ideaId: { in: idsOf(idea) }, withdrawnAt: null },
    ...{ include: { person: true }, orderBy: { id: "desc" }, take: MOST },
  });
  return given
    .reverse()
    .map(({ person, role, text }) => ({ key: "details.answer", args: { who: person.name, role, text } }));
}

/** An anonymous author's private words bear no name; what was said in the group bears the one that all saw there. */
async function repliesTo({ db }: LabScene, idea: Told): Promise<Part[]> {
  const lines = await db.line.findMany({
    where: { ideaId: { in: idsOf(idea) }, feedback: null },
    ...{ include: { person: true }, orderBy: { id: "desc" }, take: MOST },
  });
  return lines.reverse().map(({ person, hidden, text }) => {
    return { key: "details.reply", args: { who: hidden ? "–" : person.name, text } };
  });
}
