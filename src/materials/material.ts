import type { FileSayings } from "../files/file.ts";
import type { Material } from "../generated/prisma/client.ts";
import { cut } from "../language/cut.ts";
import type { When } from "../telegram/when.ts";

type Empty = Record<string, never>;

/** What was taught, in a line: its number in the list, its day in the lab's zone, and how many files it has. */
export type MaterialItem = { n: number; id: number; title: string; day: When; files: { count: number }[] };

/** A material has no code; where other files bear one, its files bear this. */
export const SIGN = "📚";

type Shown = { material: number; title: string; day: When; files: { count: number }[] };

export type MaterialSayings = {
  /** `notes` where this person may note more. */
  "material.list": {
    lab: string;
    zone: When;
    page: number;
    pages: number;
    items: MaterialItem[];
    notes: Empty[];
  };
  "material.none": { lab: string; notes: Empty[] };
  "material.ask": Empty;
  /** There is no such day, or it is still to come: the rest is kept, and only the day is asked for. */
  "material.askDay": { title: string; said: string; why: string };
  "material.noted": Shown;
  "material.already": Shown;
  "material.shown": Shown & { who: string; names: { name: string }[]; mayWithdraw: boolean };
  /** Words under a file of it. */
  "material.file": FileSayings["file.sent"];
  "material.withdrawn": Shown;
  "material.missing": Empty;
  "material.notYours": Empty;
  "material.whoNotes": Empty;
};

/** A title in a list has so many letters. */
const LETTERS = 120;

type Taught = Pick<Material, "id" | "title" | "taughtOn"> & { attachments: { id: number }[] };

/** What a query of materials includes, for a line of a list. */
export const withFiles = { attachments: { select: { id: true } } } as const;

export const itemOf = ({ zone }: { zone: string }, one: Taught, n: number): MaterialItem => ({
  ...{ n, id: one.id, title: cut(one.title, LETTERS), day: dayOf(zone, one), files: filesOf(one) },
});

export const shownOf = ({ zone }: { zone: string }, one: Taught): Shown => ({
  ...{ material: one.id, title: one.title, day: dayOf(zone, one), files: filesOf(one) },
});

const filesOf = ({ attachments: { length: count } }: Taught) => (count > 0 ? [{ count }] : []);

/** A day as a sentence shows it: noon of it, in the zone that it is meant in. */
const dayOf = (zone: string, { taughtOn }: Pick<Material, "taughtOn">): When => ({
  at: Temporal.PlainDate.from(taughtOn.toISOString().slice(0, 10))
    .toZonedDateTime({ timeZone: zone, plainTime: { hour: 12 } })
    .toInstant()
    .toString(),
  ...{ zone, show: "day" },
});
