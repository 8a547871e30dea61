import { describe, expect, test } from "vitest";
import { backoff, outcomeOf, Refused, Unreachable } from "../src/outbox/outcome.ts";
import { createPace, type Paced } from "../src/outbox/pace.ts";
import { afterQuiet } from "../src/outbox/quiet.ts";

const NOW = 1_000_000;
const group: Paced = { chatId: 1, group: true, weight: "message" };
const privately: Paced = { chatId: 2, group: false, weight: "message" };

/** How long the next one waits after so many at these times. */
function waitAfter(what: Paced, times: number[], now: number) {
  const pace = createPace();
  for (const at of times) pace.sent(what, at);
  return pace.wait(what, now);
}

describe("the pace", () => {
  test("lets three follow each other in a chat, and the fourth three seconds after the first", () => {
    expect(waitAfter(privately, [NOW, NOW], NOW)).toBe(0);
    expect(waitAfter(privately, [NOW, NOW + 10, NOW + 20], NOW + 30)).toBe(2970);
    expect(waitAfter(privately, [NOW, NOW + 10, NOW + 20], NOW + 3000)).toBe(0);
  });

  test("lets a group have twenty messages a minute, a private chat more", () => {
    const times = Array.from({ length: 20 }, (_, i) => NOW + i * 2000);
    const now = NOW + 45_000;
    expect(waitAfter(group, times, now)).toBe(15_000);
    expect(waitAfter(privately, times, now)).toBe(0);
    expect(waitAfter(group, times, NOW + 60_000)).toBe(0);
  });

  test("keeps the last eight of a group's twenty from edits", () => {
    const pace = createPace();
    for (let i = 0; i < 12; i++) pace.sent(group, NOW + i * 2000);
    const now = NOW + 30_000;
    expect(pace.wait({ ...group, weight: "edit" }, now)).toBe(30_000);
    expect(pace.wait(group, now)).toBe(0);
  });

  test("does not count reactions among a group's twenty", () => {
    const reaction: Paced = { ...group, weight: "reaction" };
    const times = Array.from({ length: 25 }, (_, i) => NOW + i * 2000);
    expect(waitAfter(reaction, times, NOW + 55_000)).toBe(0);
  });

  test("lets no more than 30 go out in a second, to all chats together", () => {
    const pace = createPace();
    for (let chatId = 1; chatId <= 30; chatId++) pace.sent({ ...privately, chatId }, NOW);
    expect(pace.wait({ ...privately, chatId: 99 }, NOW + 400)).toBe(617);
    expect(pace.wait({ ...privately, chatId: 99 }, NOW + 1017)).toBe(0);
  });

  test("counts from when a message was there, not from when it left", () => {
    const pace = createPace();
    for (let n = 0; n < 20; n++) {
      pace.sent(group, NOW + n * 2000);
      pace.arrived(group, NOW + n * 2000 + 1500);
    }
    expect(pace.wait(group, NOW + 60_000)).toBe(1500);
  });

  test("waits as Telegram asked: in one chat, or in all when a second chat is refused meanwhile", () => {
    const pace = createPace();
    const other: Paced = { ...privately, chatId: 77 };
    pace.hold(group.chatId, NOW, 7000);
    pace.hold(group.chatId, NOW + 100, 6900);
    expect([pace.wait(group, NOW), pace.wait(privately, NOW)]).toEqual([7000, 0]);
    pace.hold(privately.chatId, NOW + 1000, 2000);
    expect([pace.wait(group, NOW), pace.wait(other, NOW + 1000)]).toEqual([7000, 2000]);
    expect(pace.wait(other, NOW + 3000)).toBe(0);
    pace.hold(other.chatId, NOW + 9000, 2000);
    expect(pace.wait(privately, NOW + 9000)).toBe(0);
  });
});

describe("what follows from an error", () => {
  const cut = new Unreachable("ECONNRESET", { mayHaveArrived: true });
  const away = new Unreachable("ENOTFOUND", { mayHaveArrived: false });
  const no = (code: number, text: string, more = {}) => new Refused(code, text, more);

  test.for([
    [
      "429 waits as asked, in that chat",
      no(429, "Too Many Requests", { retryAfter: 7 }),
      { next: "again", after: 7000, hold: "chat" },
    ],
    [
      "429 that does not say how long waits a second",
      no(429, "Too Many Requests"),
      { next: "again", after: 1000, hold: "chat" },
    ],
    ["500 is tried again", no(502, "Bad Gateway"), { next: "again", after: 1000 }],
    [
      "a group that became a supergroup is followed",
      no(400, "group chat was upgraded to a supergroup chat", { migrateTo: -100 }),
      { next: "moved", to: -100 },
    ],
    [
      "the same words again are done",
      no(400, "Bad Request: message is not modified: specified new…"),
      { next: "done" },
    ],
    [
      "blocked is unreachable",
      no(403, "Forbidden: bot was blocked by the user"),
      { next: "unreachable", error: "Forbidden: bot was blocked by the user" },
    ],
    [
      "never started is unreachable",
      no(403, "Forbidden: bot can't initiate conversation with a user"),
      { next: "unreachable", error: "Forbidden: bot can't initiate conversation with a user" },
    ],
    [
      "kicked is left",
      no(403, "Forbidden: bot was kicked from the supergroup chat"),
      { next: "left", error: "Forbidden: bot was kicked from the supergroup chat" },
    ],
    [
      "a group that is gone is left",
      no(403, "Forbidden: the group chat was deleted"),
      { next: "left", error: "Forbidden: the group chat was deleted" },
    ],
    [
      "a person who is gone is unreachable",
      no(403, "Forbidden: user is deactivated"),
      { next: "unreachable", error: "Forbidden: user is deactivated" },
    ],
    [
      "a group where only admins may write is not left",
      no(400, "Bad Request: not enough rights to send text messages to the chat"),
      { next: "failed", error: "Bad Request: not enough rights to send text messages to the chat" },
    ],
    [
      "no such chat is left",
      no(400, "Bad Request: chat not found"),
      { next: "left", error: "Bad Request: chat not found" },
    ],
    [
      "any other refusal fails",
      no(400, "Bad Request: can't parse entities"),
      { next: "failed", error: "Bad Request: can't parse entities" },
    ],
    [
      "an error of ours fails, with its kind alone",
      new TypeError("with somebody's words"),
      { next: "failed", error: "TypeError" },
    ],
  ] as const)("%s", ([name, error, outcome]) => {
    const group = !/unreachable/.test(name);
    expect(outcomeOf(error, { attempts: 1, digest: false, group })).toEqual(outcome);
  });

  test("what cannot have arrived is tried for as long as it takes", () => {
    expect(outcomeOf(away, { attempts: 1000, digest: false, group: false })).toEqual({
      next: "again",
      after: 60_000,
    });
    expect(outcomeOf(away, { attempts: 1000, digest: true, group: false })).toEqual({
      next: "again",
      after: 60_000,
    });
  });

  test("what may have arrived is tried five times, a digest twice", () => {
    const next = (attempts: number, digest: boolean) =>
      outcomeOf(cut, { attempts, digest, group: false }).next;
    expect([next(4, false), next(5, false)]).toEqual(["again", "uncertain"]);
    expect([next(1, true), next(2, true)]).toEqual(["again", "uncertain"]);
  });

  test("Telegram's own trouble is given up after twelve tries", () => {
    expect(outcomeOf(no(500, "Internal"), { attempts: 11, digest: false, group: false }).next).toBe("again");
    expect(outcomeOf(no(500, "Internal"), { attempts: 12, digest: false, group: false }).next).toBe("failed");
  });

  test("waits grow from a second to a minute", () => {
    expect([1, 2, 3, 6, 7, 50].map(backoff)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000]);
  });
});

describe("quiet hours", () => {
  test.for([
    ["20:59 is not quiet", "2026-11-27T20:59:59+09:00", "2026-11-27T20:59:59+09:00"],
    ["21:00 waits until the morning", "2026-11-27T21:00:00+09:00", "2026-11-28T07:00:00+09:00"],
    ["midnight waits until the same day's morning", "2026-11-28T00:00:00+09:00", "2026-11-28T07:00:00+09:00"],
    ["06:59 waits a minute", "2026-11-28T06:59:00+09:00", "2026-11-28T07:00:00+09:00"],
    ["07:00 is not quiet", "2026-11-28T07:00:00+09:00", "2026-11-28T07:00:00+09:00"],
    [
      "the year's last evening waits until the next year",
      "2026-12-31T22:30:00+09:00",
      "2027-01-01T07:00:00+09:00",
    ],
  ] as const)("%s", ([, now, then]) => {
    expect(afterQuiet(new Date(now), "Asia/Jayapura")).toEqual(new Date(then));
  });

  test("are each lab's own: 19:30 in Jakarta is 21:30 in Jayapura", () => {
    const now = new Date("2026-11-27T12:30:00Z");
    expect(afterQuiet(now, "Asia/Jakarta")).toEqual(now);
    expect(afterQuiet(now, "Asia/Jayapura")).toEqual(new Date("2026-11-27T22:00:00Z"));
  });
});
