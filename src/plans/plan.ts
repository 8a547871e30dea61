import type { Lab, PlanItem } from "../generated/prisma/client.ts";
import type { When } from "../telegram/when.ts";

type Empty = Record<string, never>;

/** A step of an idea's plan, as a list shows it. */
export type Step = {
  n: number;
  id: number;
  what: string;
  who: { name: string }[];
  due: When;
  /** done | late | open */
  state: string;
  /** How many files show that it is done, and the words or the link that do. */
  files: { count: number }[];
  note: { text: string }[];
};

export type PlanSayings = {
  "plan.shown": {
    idea: number;
    code: string;
    title: string;
    done: number;
    total: number;
    items: Step[];
    /** Whether this person may add to it and tick it off. */
    mine: boolean;
  };
  "plan.empty": { idea: number; code: string; title: string; mine: boolean };
  "plan.ask": { code: string };
  "plan.which": Empty;
  "plan.notYours": Empty;
  /** What was not understood, and why; it is said again, so that nothing typed is lost. */
  "plan.noDay": { text: string };
  /** A day, and nothing to do on it. */
  "plan.noWhat": { due: When; text: string };
  "plan.wrongDay": { said: string; text: string; why: string };
  "plan.soon": { code: string; what: string; who: { name: string }[]; due: When };
  "plan.late": { code: string; what: string; who: { name: string }[]; due: When };
  "plan.askEvidence": { draft: number; what: string };
  "plan.noEvidence": { what: string };
  "plan.evidenceKept": { step: number; code: string; what: string } & Pick<Step, "files" | "note">;
  "plan.missing": Empty;
  "plan.pickStep": { idea: number; code: string; items: Pick<Step, "id" | "n" | "what" | "due">[] };
  "plan.removed": { idea: number; draft: number; code: string; what: string; due: When };
  "plan.full": { most: number; room: number };
};

/** Reminders come at this hour of the lab's morning, the day before and the day after. */
const MORNING = 8;

/** The day it is in the lab's zone. */
export const todayIn = (zone: string, now: Date) =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();

const dayOf = ({ dueOn }: Pick<PlanItem, "dueOn">) =>
  Temporal.PlainDate.from(dueOn.toISOString().slice(0, 10));

/** The morning `days` after a step's day, in the lab's zone. */
export const morningOf = (item: Pick<PlanItem, "dueOn">, zone: string, days: number) =>
  new Date(
    dayOf(item)
      .add({ days })
      .toZonedDateTime({ timeZone: zone, plainTime: { hour: MORNING } }).epochMilliseconds,
  );

/** When its author is reminded first: the morning before; of what is due sooner, the morning after. */
export function firstReminder(item: Pick<PlanItem, "dueOn">, zone: string, now: Date): Date {
  const before = morningOf(item, zone, -1);
  return before > now ? before : morningOf(item, zone, 1);
}

export const dueOf = (item: Pick<PlanItem, "dueOn">, zone: string): When => ({
  at: morningOf(item, zone, 0).toISOString(),
  zone,
  show: "day",
});

/** A step with the files that show that it is done. */
export type Shown = PlanItem & { evidence: { id: number }[] };

export function stepOf(item: Shown, n: number, { zone }: Pick<Lab, "zone">, now: Date): Step {
  const late = Temporal.PlainDate.compare(dayOf(item), todayIn(zone, now)) < 0;
  return {
    ...{ n: n + 1, id: item.id, what: item.what, who: item.who ? [{ name: item.who }] : [] },
    due: dueOf(item, zone),
    ...evidenceOf(item),
    state: item.doneAt ? "done" : late ? "late" : "open",
  };
}

export const evidenceOf = ({ evidence, evidenceNote }: Pick<Shown, "evidence" | "evidenceNote">) => ({
  files: evidence.length > 0 ? [{ count: evidence.length }] : [],
  note: evidenceNote ? [{ text: evidenceNote }] : [],
});
