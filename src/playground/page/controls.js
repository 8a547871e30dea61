import { act, moveClock, Refused, readCalls, restartBot, switchFault } from "./api.js";
import { notice } from "./notice.js";
import { go, refresh } from "./places.js";
import { armedFaults, home, patch, state } from "./store.js";
import { words } from "./texts.js";
import { timeOf, weekdayOf } from "./time.js";

const attempt = async (name, work) => {
  if (state.busy) return;
  patch({ busy: name });
  try {
    await work();
  } catch (error) {
    if (error instanceof Refused) notice({ key: "refused", args: { error: error.message } });
    else notice({ key: "not.done" });
  }
  patch({ busy: "" });
};

/** Moves the world's clock: `{ hours }` or `{ to: "monday" }`. */
export const move = (name, to) =>
  attempt(name, async () => {
    const { now } = await moveClock(to);
    patch({ offset: new Date(now) - Date.now() });
    notice({ key: "moved", args: { time: `${weekdayOf(now)}, ${timeOf(now)}` } });
    await refresh();
  });

/** Arms a fault where one is, or lifts it. */
export const setFault = (name, on) =>
  attempt(`fault-${name}`, async () => {
    const { as, chat } = state;
    const answer = await switchFault({ name, on, as, chat });
    notice({ key: on ? "fault.on" : "fault.off", args: { name: words(state.lang, `fault.${name}`) } });
    await (answer.chat ? go(as, answer.chat) : refresh());
  });

/** Lifts all that are armed, but leaves alone what happened to a chat. */
export const liftFaults = () =>
  attempt("lift", async () => {
    const { as, chat } = state;
    for (const { name } of armedFaults(state)) await switchFault({ name, on: false, as, chat });
    await refresh();
  });

/** Ends the bot as a crash would, and starts it again. */
export const restart = () =>
  attempt("restart", async () => {
    await restartBot();
    notice({ key: "restarted" });
  });

const budi = () => state.server.people.find((one) => one.key === "budi").id;

/** A group in which nothing happened yet, seen by the facilitator who made it. */
export const newGroup = () =>
  attempt("group", async () => {
    const as = budi();
    await go(as, home.chat);
    const known = new Set(state.server.chats.map((one) => one.id));
    const made = await act({ as, do: "newGroup" });
    await refresh();
    const chat = made.chat ?? state.server.chats.find((one) => one.id < 0 && !known.has(one.id))?.id;
    if (chat) await go(as, chat);
    notice({ key: "grouped" });
  });

let reading = false;

/** Reads the calls that are not here yet; the newest 300 stay. */
export const refreshLog = async () => {
  if (reading || !state.log) return;
  reading = true;
  try {
    const fresh = await readCalls(state.calls.at(-1)?.id ?? 0);
    const after = state.calls.at(-1)?.id ?? 0;
    patch({ calls: [...state.calls, ...fresh.filter((one) => one.id > after)].slice(-300) });
  } catch {
    // The line is gone; the page says so already, and the next event reads on.
  }
  reading = false;
};

/** Unfolds the log, or folds it away. */
export const toggleLog = () => {
  patch({ log: !state.log });
  return refreshLog();
};
