import { isAway } from "../db.ts";
import type { Stale } from "./due.ts";
import type { OneWay } from "./mouth.ts";
import { recordDrawing, recordUndrawn } from "./record-drawing.ts";

/** Draws a card anew, and notes what became of it. Twice does no harm; an old state over a newer one would. */
export async function drawCard(way: OneWay, card: Stale, token: bigint) {
  const { app, mouth, line, lease } = way;
  try {
    const draw = await mouth.draw(card);
    if (lease.token() !== token) return;
    way.leaves();
    await draw();
  } catch (error) {
    if (isAway(error)) throw error;
    line.tried(error);
    return recordUndrawn(way, card, error);
  }
  app.count?.sent("card");
  return recordDrawing(app, card);
}
