import { expect } from "vitest";
import type { Chat } from "./chat.ts";
import { throwAt } from "./generate-run.ts";

/**
 * What Telegram may say no to: chats, topics (then it is said in General), people, files and presses that were made up, rights that the bot has not got, and a card
 * that shows already what it should.
 */
const MADE_UP =
  /query is too old|not enough rights|chat not found|user not found|can't initiate conversation|message (to edit|to react) not found|message can't be edited|message thread not found|Too Many Requests|message is not modified|wrong file_id|wrong remote file identifier|ephemeral message not found|USER_NOT_PARTICIPANT/;

/**
 * Throws so many updates at the bot. None that is sound fails, nothing goes unhandled, no call is of a wrong shape, no
 * message has words that Telegram cannot read; and then an idea is taken as ever. Failures name the `seed`.
 */
export async function endureUpdates(chat: Chat, { seed, count }: { seed: number; count: number }) {
  const out = await throwAt(chat, { seed, count });
  const told = `seed ${seed}`;
  expect(out.unhandled, told).toEqual([]);
  expect(out.failed, told).toEqual([]);
  expect(
    out.refused.filter((line) => !MADE_UP.test(line)),
    told,
  ).toEqual([]);
  expect(out.sound, told).toBeGreaterThan(count * 0.85);
  expect(out.answers, told).toBeGreaterThan(count * 0.3);
  expect(out.kinds.size, told).toBeGreaterThan(20);
  expect(await chat.app.db.update.count({ where: { doneAt: null } }), told).toBe(0);

  chat.clock.move(3_600_000);
  await chat.opens();
  await chat.says("ana", "/ide Perahu puskesmas keliling");
  expect(await chat.app.db.idea.count({ where: { text: "Perahu puskesmas keliling" } }), told).toBe(1);
}
