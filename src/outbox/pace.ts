/** What Telegram allows: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const ALL = 30;
/** A second, and a shade more: what leaves evenly may arrive closer together. In milliseconds. */
const SECOND = 1_017;
/** So many may leave at once after a rest, then evenly: what leaves in bursts meets on the way, and waits for the store. */
const TOGETHER = 8;
const EVERY = SECOND / ALL;
/** While all that may go out is on its way, it is looked again after so many milliseconds. */
const SOON = 50;
const GROUP_PER_MINUTE = 20;
/** So many may follow each other at once in a chat that was quiet; then one a second. */
const BURST = 3;
/** From here on a group's budget is low: edits of cards leave the rest to answers. */
const LOW = 12;

export type Paced = { chatId: number; group: boolean; weight: "message" | "edit" | "reaction" };

export type Pace = {
  /** How many milliseconds until this may go out; 0 is now. */
  wait(what: Paced, now: number): number;
  /** Keeps room for something that is about to go out; what is returned gives the room up, when it is known whether it did. */
  reserve(now: number): () => void;
  /** Notes that it goes out. */
  sent(what: Paced, now: number): void;
  /** Notes that it is there: on a slow line Telegram counts it later than it left. One at a time in a chat. */
  arrived(what: Paced, now: number): void;
  /** Telegram asked to wait for `ms`: a chat; all, when another one was asked to wait just before. */
  hold(chatId: number, now: number, ms: number): void;
};

type Chat = { sent: number[]; minute: number[]; until: number };

/** Keeps Telegram's limits by construction. Pure but for its own memory; times are milliseconds since 1970. */
export function createPace(): Pace {
  const chats = new Map<number, Chat>();
  let all: number[] = [];
  let reserved = 0;
  let evenly = 0;
  let allUntil = 0;
  let lastHeld = { chatId: 0, until: 0 };

  const chatOf = (id: number) => {
    const chat = chats.get(id) ?? { sent: [], minute: [], until: 0 };
    chats.set(id, chat);
    return chat;
  };

  return {
    wait({ chatId, group, weight }, now) {
      const chat = chatOf(chatId);
      const minute = chat.minute.filter((at) => at > now - 60_000);
      const limit = weight === "edit" ? LOW : GROUP_PER_MINUTE;
      return Math.max(
        0,
        allUntil - now,
        chat.until - now,
        evenly - (TOGETHER - 1) * EVERY - now,
        reserved < ALL ? room(all, ALL - reserved, SECOND, now) : SOON,
        room(chat.sent, BURST, BURST * 1_000, now),
        group && weight !== "reaction" ? room(minute, limit, 60_000, now) : 0,
      );
    },
    reserve(now) {
      reserved++;
      evenly = Math.max(evenly, now) + EVERY;
      return () => {
        reserved--;
      };
    },
    sent({ chatId, weight }, now) {
      const chat = chatOf(chatId);
      all = [...all.filter((at) => at > now - SECOND), now];
      chat.sent = [...chat.sent.filter((at) => at > now - BURST * 1_000), now];
      if (weight !== "reaction") chat.minute = [...chat.minute.filter((at) => at > now - 60_000), now];
      if (chats.size > 20_000) forget(chats, now);
    },
    arrived({ chatId, weight }, now) {
      const chat = chatOf(chatId);
      chat.sent = [...chat.sent.slice(0, -1), now];
      if (weight !== "reaction") chat.minute = [...chat.minute.slice(0, -1), now];
    },
    hold(chatId, now, ms) {
      const until = now + ms;
      chatOf(chatId).until = until;
      // Telegram does not say whom it means. Chats are kept within their limits, so two at a time mean everybody.
      if (lastHeld.chatId !== chatId && now < lastHeld.until) allUntil = Math.max(allUntil, until);
      lastHeld = { chatId, until };
    },
  };
}

/** How long until fewer than `limit` of these lie within the last `span` milliseconds. */
function room(sent: number[], limit: number, span: number, now: number): number {
  const recent = sent.filter((at) => at > now - span).sort((one, other) => one - other);
  const first = recent[recent.length - limit];
  return first === undefined ? 0 : first + span - now;
}

function forget(chats: Map<number, Chat>, now: number) {
  for (const [id, { minute, until }] of chats) {
    if (until < now && (minute.at(-1) ?? 0) < now - 60_000) chats.delete(id);
  }
}
