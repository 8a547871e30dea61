import type { Stale } from "./due.ts";
import type { Way } from "./mouth.ts";
import { recordDrawing, recordUndrawn } from "./record-drawing.ts";

/** Draws a card anew, and notes what became of it. Twice does no harm. */
export async function drawCard(way: Way, card: Stale) {
  const { app, mouth, line } = way;
  try {
    await mouth.draw(card);
  } catch (error) {
    line.tried(error);
    return recordUndrawn(way, card, error);
  }
  app.count?.sent("card");
  return recordDrawing(app, card);
}
