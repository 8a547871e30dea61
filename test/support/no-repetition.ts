import { expect } from "vitest";
import type { Killable } from "./killable.ts";
import { type Counts, everything, type Step } from "./way.ts";

/** What is there after one more step. */
export const plus = ({ stored, said }: Counts, step: Step): Counts => ({
  stored: { ...stored, ...step.stored },
  said: { ...said, ...step.said },
});

/** No two messages in one chat that say the same, and no more sent than are there. */
export function expectNoRepetition(killable: Killable) {
  for (const messages of Object.values(everything(killable))) {
    const texts = messages.map(({ text }) => text);
    expect(texts).toEqual([...new Set(texts)]);
  }
  const sent = killable.world.calls().filter(({ method, ok }) => method === "sendMessage" && ok);
  expect(sent).toHaveLength(Object.values(everything(killable)).flat().length);
}

/** A message is there once, or as often as its sending was begun: nobody can know what a cut line carried. */
export async function expectOnlyCutOnesTwice({ db, world }: Killable) {
  const rows = await db.outbox.findMany({
    where: { kind: "message" },
    select: { id: true, attempts: true, state: true },
  });
  const sent = world.calls().filter(({ method, ok }) => method === "sendMessage" && ok).length;
  const begun = rows.reduce((sum, { attempts }) => sum + attempts, 0);
  expect(rows.filter(({ state }) => state !== "sent")).toEqual([]);
  expect(sent).toBeGreaterThanOrEqual(rows.length);
  expect(sent).toBeLessThanOrEqual(begun);
}
