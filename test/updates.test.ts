import { describe } from "vitest";
import { test } from "./support/chat.ts";
import { endureUpdates } from "./support/generate-facts.ts";

/** Ten thousand of them: `npm run prove`. */
const COUNT = 500;

describe("updates of every kind that Telegram may send, and some that it should not", () => {
  test("do no harm: always the same ones", { timeout: 60_000 }, async ({ chat }) => {
    await endureUpdates(chat, { seed: 3, count: 2 * COUNT });
  });

  test("do no harm: others each time", { timeout: 60_000 }, async ({ chat }) => {
    await endureUpdates(chat, { seed: Math.floor(Math.random() * 2 ** 31), count: COUNT });
  });
});
