import type { Told } from "../ideas/find-idea.ts";
import type { LabScene } from "../use-case.ts";
import { MOST, type Part } from "./details.ts";

/** Earlier words, and the stages that it went through, in order. */
export async function historyOf({ db, lab, now }: LabScene, { id: ideaId, postedAt }: Told): Promise<Part[]> {
  const [versions, moves] = await Promise.all([
    db.version.findMany({
      // What it was before it left its author is nobody else's.
      where: { ideaId, endedAt: { gt: postedAt ?? now } },
      orderBy: { number: "asc" },
      take: MOST,
    }),
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
