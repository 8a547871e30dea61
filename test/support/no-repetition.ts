import { expect } from "vitest";
import type { Killable } from "./killable.ts";
import { everything } from "./way.ts";

/** No two messages in one chat that say the same, and no more sent than are there. */
export function expectNoRepetition(killable: Killable) {
  const said = Object.values(everything(killable));
  for (const messages of said) {
    const texts = messages.map(({ text }) => text);
    expect(texts).toEqual([...new Set(texts)]);
  }
  expect(killable.calls.taken()).toHaveLength(said.flat().length);
}
