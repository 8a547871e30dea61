import { getState } from "./api.js";
import { messageToAnswer } from "./force-reply.js";
import { store } from "./store.js";

const PAUSE = 60;
const RETRY = 2_000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let running = false;
let again = false;

/** Asks for the world again soon; many calls at once cost one request. */
export function refresh(pause = PAUSE) {
  timer ??= setTimeout(load, pause);
}

/** Asks for the world now. What arrives for a person or chat that was left meanwhile is dropped. */
export async function load() {
  clearTimeout(timer);
  timer = undefined;
  if (running) {
    again = true;
    return;
  }

  running = true;
  try {
    await loadOnce();
  } catch {
    store.set({ online: false });
    refresh(RETRY);
  }
  running = false;

  if (again) {
    again = false;
    await load();
  }
}

async function loadOnce() {
  const { as, chat, lang } = store.get();
  const data = await getState({ as, chat, lang });
  const now = store.get();
  if (now.as !== as || now.chat !== chat) {
    again = true;
    return;
  }

  const seen = { ...data, as, asked: chat, at: performance.now() };
  const divider = now.unread > 0 ? firstUnread(data.messages, now.unread) : now.divider;
  store.set({ data: seen, online: true, unread: 0, divider, ...messageToAnswer(now, seen) });
}

/** @param {import("./api.js").Message[]} messages @param {number} unread */
function firstUnread(messages, unread) {
  const others = messages.filter((message) => !message.mine);
  return others.at(-unread)?.id ?? others[0]?.id;
}
