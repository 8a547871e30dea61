import type { Commitment } from "../generated/prisma/client.ts";
import { cut } from "../language/cut.ts";
import { dayIn } from "../language/day.ts";
import { todayIn } from "../plans/plan.ts";
import type { When } from "../telegram/when.ts";

type Empty = Record<string, never>;

/** A leader's promise, as a list shows it; `idea` is none where it is about the lab. */
export type Promised = {
  id: number;
  who: string;
  what: string;
  due: When;
  /** kept | late | open | cancelled */
  state: string;
  idea: { code: string; title: string }[];
};

/** The same on an idea's card. */
export type Mark = Pick<Promised, "who" | "what" | "due" | "state">;

export type CommitmentSayings = {
  "commitment.list": {
    id: number;
    lab: string;
    page: number;
    pages: number;
    kept: number;
    open: number;
    late: number;
    /** `mine`: this person may say that it is kept. */
    items: (Promised & { n: number; mine: boolean })[];
    leads: boolean;
  };
  "commitment.none": { lab: string; leads: boolean };
  "commitment.askWhat": { idea: { code: string; title: string }[]; until: { due: When }[] };
  "commitment.askDay": { text: string };
  "commitment.wrongDay": { said: string; text: string; why: string };
  /** One promise, to its leader. */
  "commitment.one": Promised;
  /** `made`: whose promise it was, where somebody else answers for it now. */
  "commitment.soon": Promised & { made: { name: string }[] };
  "commitment.late": Promised & { made: { name: string }[] };
  /** To the idea's author. */
  "commitment.told": Promised;
  "commitment.keptTold": Promised;
  "commitment.withdrawnTold": Promised;
  "commitment.missing": Empty;
  "commitment.noIdea": { text: string };
  "commitment.onlyLeader": Empty;
  "commitment.notYours": Empty;
};

/** What is known of a promise that is being made. */
export type Begun = { idea?: number | undefined; what?: string | undefined; day?: string | undefined };

/** How long a press can be taken back before the author hears of it, in milliseconds. */
export const GRACE = 60_000;

/** So many characters of a promise are kept. */
const LETTERS = 300;
/** So many words beside the day are a promise said anew, rather than an answer to "until when?". */
const ANEW = 3;
/** What is left of "…, sampai 30/11" when the day is taken out. */
const TAIL = /[\s,;:.–-]*(?:\b(?:sampai|hingga|until|till)\b)?[\s,;:–-]*$/iu;

/** What somebody wrote joins what was known; `wrong` where its day is none. */
export function readPromise(
  begun: Begun,
  text: string,
  today: Temporal.PlainDate,
): Begun & { wrong?: { why: string; said: string } } {
  const found = dayIn(text, today);
  if (found && "wrong" in found) {
    const what = begun.what ?? cleaned(text.replace(found.said, " "));
    return { ...begun, what, wrong: { why: found.wrong, said: found.said } };
  }
  const words = cleaned(found ? found.rest : text);
  const anew = begun.what === undefined || (found && words.split(" ").length >= ANEW);
  return {
    ...{ idea: begun.idea, what: (anew && words) || begun.what },
    day: found ? found.day.toString() : begun.day,
  };
}

const cleaned = (words: string) => cut(words.replace(TAIL, ""), LETTERS);

/** Whether a promise is kept, still open, late, or taken back. */
export function stateOf(
  { keptAt, cancelledAt, dueOn }: Pick<Commitment, "keptAt" | "cancelledAt" | "dueOn">,
  zone: string,
  now: Date,
): string {
  if (cancelledAt) return "cancelled";
  if (keptAt) return "kept";
  return dueOn < dateOf(todayIn(zone, now)) ? "late" : "open";
}

/** Whether somebody made a promise, or answers for it since its leader was moved. */
export const answersFor = (
  { id }: { id: number },
  { personId, keeperId }: Pick<Commitment, "personId" | "keeperId">,
) => id === personId || id === keeperId;

/** A day as the store keeps it. */
export const dateOf = (day: Temporal.PlainDate | string) => new Date(`${day}T00:00:00Z`);
