import { ApiError } from "./api-error.ts";
import type { Chat } from "./bot-api.ts";
import { isGroup } from "./chats.ts";
import type { Ground } from "./ground.ts";

type Window = { most: number; ms: number };

/** A call travels: so many milliseconds early is still in time. */
const GRACE = 250;

const everywhere: Window = { most: 30, ms: 1000 };
const oneChat: Window = { most: 3, ms: 3000 };
const oneGroup: Window = { most: 20, ms: 60_000 };

/** When each chat was written to in the last minute, and all of them together; in milliseconds. */
const memory = new WeakMap<Ground, Map<number | "all", number[]>>();

/** Counts a message or an edit. @throws ApiError 429 with `retry_after` in seconds when there were too many. */
export function withinLimits(g: Ground, chat: Chat) {
  const now = g.clock.now().getTime();
  const times = timesOf(g);
  const here = recent(times.get(chat.id), now);
  const all = recent(times.get("all"), now);
  const waits = [
    waitFor(all, everywhere, now),
    waitFor(here, oneChat, now),
    isGroup(chat) ? waitFor(here, oneGroup, now) : 0,
  ];
  const wait = Math.max(...waits);
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    throw new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  }
  times.set(chat.id, [...here, now]);
  times.set("all", [...all.filter((at) => at > now - everywhere.ms), now]);
}

function timesOf(g: Ground) {
  const times = memory.get(g) ?? new Map<number | "all", number[]>();
  memory.set(g, times);
  return times;
}

const recent = (times: number[] = [], now: number) => times.filter((at) => at > now - oneGroup.ms);

/** Milliseconds until there is room again. */
function waitFor(times: number[], { most, ms }: Window, now: number) {
  const oldest = times.filter((at) => at > now - ms).at(-most);
  const wait = oldest === undefined ? 0 : oldest + ms - now;
  return wait > GRACE ? wait : 0;
}
