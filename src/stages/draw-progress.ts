import type { Db } from "../db.ts";
import type { Idea } from "../generated/prisma/client.ts";
import { evidenceOf } from "../plans/plan.ts";
import { whyOf } from "../pulses/pulse.ts";

/** What came of an idea, as its details tell it: what is written, and what shows that its steps are done. */
export type Progress = {
  result: { text: string }[];
  benefit: { text: string }[];
  /** Why it is no longer in use. */
  why: { why: string; text: string }[];
  evidence: { what: string; files: { count: number }[]; note: { text: string }[] }[];
};

/** So many steps' evidence is told at the most, the newest first. */
const MOST = 5;

export async function progressOf(db: Db, idea: Pick<Idea, "id" | "result" | "benefit">): Promise<Progress> {
  const proved = await db.planItem.findMany({
    where: { ideaId: idea.id, OR: [{ evidence: { some: {} } }, { evidenceNote: { not: null } }] },
    ...{ orderBy: [{ doneAt: "desc" }, { id: "desc" }], take: MOST },
    include: { _count: { select: { evidence: true } } },
  });
  const pulse = await db.pulse.findFirst({
    where: { ideaId: idea.id, answeredAt: { not: null } },
    orderBy: { days: "desc" },
  });
  const text = (words: string | null) => (words ? [{ text: words }] : []);
  return {
    ...{ result: text(idea.result), benefit: text(idea.benefit), why: pulse ? whyOf(pulse) : [] },
    evidence: proved.map((step) => ({ what: step.what, ...evidenceOf(step) })),
  };
}
