import type { Db } from "../db.ts";
import type { DigestItem, Paragraph, Place } from "./digest.ts";
import { listItems } from "./list-items.ts";

/** So many codes fit in a line. */
const MOST = 5;

/** Thanks in each lab for the ideas that moved, by the lab's id. Nobody is named. */
export async function thankIdeas(db: Db, moved: Map<number, number[]>): Promise<Map<number, Paragraph>> {
  const shown = [...moved.values()].flatMap((ids) => ids.slice(0, MOST));
  const items = await listItems(db, shown);
  const some = [...moved].filter(([, ids]) => ids.length > 0);
  return new Map(some.map(([labId, ids]) => [labId, thanksFor(ids, items)]));
}

function thanksFor(ids: number[], items: Map<number, DigestItem>): Paragraph {
  const more = ids.length - MOST;
  const ideas = ids.slice(0, MOST).flatMap((id) => items.get(id) ?? []);
  const last = more > 0 ? -1 : ideas.length - 1;
  const placed = ideas.map(({ card, bare }, n) => ({ card, bare, place: placeOf(n, last) }));
  return { key: "digest.thanks", args: { ideas: placed, more: more > 0 ? [{ count: more }] : [] } };
}

/** Where in a row of names one stands, which is what stands before it: nothing, a comma, or "and". */
export const placeOf = (n: number, last: number): Place => (n === 0 ? "first" : n === last ? "last" : "next");
