import { drawIdea } from "../cards/draw-idea.ts";
import { drawBoard } from "../challenges/draw-board.ts";
import type { Db } from "../db.ts";
import type { Said } from "../sayings.ts";
import { drawTalk } from "../talk/draw-talk.ts";

/** For whom, and when, a card is drawn. */
export type Viewer = { now: Date; personId: number | null };

/** What is drawn from the store each time: by the name of the view. */
export const views: Record<string, (db: Db, id: number, viewer: Viewer) => Promise<Said | undefined>> = {
  idea: (db, id, { now }) => drawIdea(db, id, now),
  board: (db, id, { now }) => drawBoard(db, id, now),
  talk: (db, id) => drawTalk(db, id),
};
