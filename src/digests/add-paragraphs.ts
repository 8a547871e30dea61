import { countCommitments, type FallsDue } from "../commitments/count-commitments.ts";
import type { Db } from "../db.ts";
import { findUntold, markTold, type Untold } from "../experiences/tell-experiences.ts";
import { findStopped, type Stopped } from "../pulses/find-stopped.ts";
import { findSparks } from "../sparks/find-sparks.ts";
import { recogniseUnits } from "../units/recognise-units.ts";
import type { Span as Counted } from "./count-periods.ts";
import type { Paragraph } from "./digest.ts";
import type { Group } from "./find-recipients.ts";
import { thankIdeas } from "./thank-ideas.ts";

type Span = Counted & { zone: string };
type Closed = Span & { moved: number[] };

/** What stands below a lab's numbers: to its leaders and facilitators, and to a group of it. */
export type Paragraphs = { forPeople: Paragraph[]; forGroup(group: Group): Paragraph[] };

/**
 * Finds what is told besides the numbers: thanks, the units that took part, one experience, and to a group the weekly
 * question last. For all labs in a fixed number of reads; what is told once is marked as told.
 */
export async function addParagraphs(db: Db, spans: Closed[], now: Date): Promise<Map<number, Paragraphs>> {
  const thanks = await thankIdeas(db, new Map(spans.map(({ labId, moved }) => [labId, moved])));
  const units = await recogniseUnits(db, spans);
  const untold = await findUntold(db, spans);
  const sparks = await findSparks(db, spans);
  const promises = await countCommitments(db, spans);
  const stopped = await findStopped(db, spans);
  const told = [...untold.values()].map(({ id }) => id);
  await markTold(db, told, now);
  return new Map(
    spans.map(({ labId }) => {
      const experience = partsOf(untold.get(labId));
      const besides = [...halted(stopped.get(labId)), ...promised(promises.get(labId))];
      const forPeople = [...besides, ...experience];
      const above = [thanks.get(labId), units.get(labId)].filter((one) => one !== undefined);
      const spark = sparks.get(labId);
      const asked: Paragraph[] = spark ? [{ key: "spark.asked", args: spark }] : [];
      const forGroup = ({ sparkOff }: Group) => [...above, ...experience, ...(sparkOff ? [] : asked)];
      return [labId, { forPeople, forGroup }];
    }),
  );
}

const promised = (due: FallsDue | undefined): Paragraph[] =>
  due ? [{ key: "commitment.fallsDue", args: due }] : [];
const halted = (ideas: Stopped[] | undefined): Paragraph[] =>
  ideas ? [{ key: "pulse.haveStopped", args: { ideas } }] : [];
const partsOf = (untold: Untold | undefined): Paragraph[] => (untold ? [untold.part] : []);

/** What a person's digest would tell besides, were it now; nothing is marked. */
export async function previewParagraphs(db: Db, span: Span): Promise<Paragraph[]> {
  const promises = await countCommitments(db, [span]);
  const untold = await findUntold(db, [span]);
  const stopped = (await findStopped(db, [span])).get(span.labId);
  return [...halted(stopped), ...promised(promises.get(span.labId)), ...partsOf(untold.get(span.labId))];
}
