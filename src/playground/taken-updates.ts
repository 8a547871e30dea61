import type { Queued } from "./faults/armed.ts";
import { strikes } from "./faults/strike.ts";
import type { Ground } from "./ground.ts";

/** Forgets everything below `offset`; a negative one keeps that many of the newest. */
export function confirmUpdates(g: Ground, offset: number) {
  if (offset > 0) return forget(g, "id < ?", offset);
  if (offset < 0)
    g.run("DELETE FROM updates WHERE id NOT IN (SELECT id FROM updates ORDER BY id DESC LIMIT ?)", -offset);
}

/** Forgets one update that was taken. */
export const forgetUpdate = (g: Ground, id: number) => forget(g, "id = ?", id);

type Which = "id < ?" | "id = ?";

function forget(g: Ground, which: Which, id: number) {
  const kept = JSON.stringify(comingAgain(g, which, id));
  g.run(`DELETE FROM updates WHERE ${which} AND id NOT IN (SELECT value FROM json_each(?))`, id, kept);
}

/** The ids of those that a fault brings once more. */
function comingAgain(g: Ground, which: Which, id: number): number[] {
  if (![...g.faults.armed].some((fault) => fault.comesAgain)) return [];
  return g
    .all<Queued>(`SELECT id, kind, lane FROM updates WHERE ${which}`, id)
    .filter((update) => strikes(g, (fault) => fault.comesAgain?.(update)))
    .map((update) => update.id);
}
