import { describe, expect } from "vitest";
import type { Death } from "./support/bot-process.ts";
import { test } from "./support/killable.ts";
import { tellAccount } from "./support/tell.ts";
import { walk } from "./support/walk.ts";

/** At every boundary once or twice: where there is only a start of things, in their midst, and near their end. */
const deaths: Death[] = [
  { at: "stored", nth: 1 },
  { at: "sending", nth: 1 },
  { at: "claimed", nth: 2 },
  { at: "sent", nth: 2 },
  { at: "committed", nth: 1 },
  { at: "recorded", nth: 1 },
  { at: "sent", nth: 3 },
  { at: "committed", nth: 2 },
];

describe("killing the bot at a boundary", () => {
  test("loses nothing, stores nothing twice, and says twice only what was cut off", {
    timeout: 120_000,
  }, async ({ killable }) => {
    const { died, ...account } = await walk(killable, deaths);
    tellAccount(`${died} kills, one at a time at each boundary`, account);
    expect(account.wrong).toEqual([]);
    expect(died).toBe(deaths.length);
  });
});
