import type { Db } from "../db.ts";
import { DIGEST, type Due, dueRows, type Stale, staleCards } from "./due.ts";
import type { Paced } from "./pace.ts";

/** Something whose turn has come. `hasten`: what follows in its chat should not wait for everybody else's turn. */
export type Turn = { paced: Paced; hasten: boolean; what: { row: Due } | { card: Stale } };

/** What may go out at `now`, in its order across chats: a person's answer, a notice, a digest, a card's edit. */
export async function findTurns(db: Db, now: Date, busy: number[]): Promise<Turn[]> {
  const [rows, cards] = await Promise.all([dueRows(db, now, busy), staleCards(db, now, busy)]);
  return [
    ...rows.map((row) => ({
      paced: { ...row, weight: row.kind === "ephemeral" ? "message" : row.kind },
      hasten: row.priority < DIGEST,
      what: { row },
    })),
    ...cards.map((card) => ({ paced: { ...card, weight: "edit" as const }, hasten: false, what: { card } })),
  ];
}
