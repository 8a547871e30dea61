import { act, cutNetwork, moveClock, restartBot } from "./api.js";
import { BUDI } from "./cast.js";
import { currentDraft, setDraft } from "./drafts.js";
import { followLink } from "./links.js";
import { open } from "./navigation.js";
import { attempt, reasonOf, toast } from "./notices.js";
import { refresh } from "./refresh.js";
import { store } from "./store.js";
import { text } from "./texts.js";

/** What a person does in the chat that is open, with the bot's toast, alert or link. @param {object} deed */
export async function perform(deed) {
  const { as, chat } = store.get();
  const done = await attempt(() => act({ as, chat, ...deed }));
  if (done?.toast?.alert) store.set({ alert: done.toast.text });
  else if (done?.toast?.text) toast(done.toast.text);
  if (done?.url) followLink(done.url);
  refresh();
  return done;
}

/** Sends, or saves, what is in the input. When that fails the text stays there, with the reason beside it. */
export async function send() {
  const { as, chat, reply, editing, sending } = store.get();
  const words = currentDraft(store.get()).trim();
  if (!words || sending) return;

  store.set({ sending: true, sendError: undefined });
  try {
    const more = reply ? { replyTo: reply.id } : {};
    await act({
      as,
      chat,
      text: words,
      ...(editing ? { do: "edit", message: editing.id } : { do: "say", ...more }),
    });
    setDraft("");
    store.set({ sending: false, reply: undefined, editing: undefined, divider: undefined });
  } catch (error) {
    store.set({ sending: false, sendError: text("write.failed", { why: reasonOf(error) }) });
  }
  refresh();
}

/** Says a text at once, as a tap on a command or on the bot's keyboard does. @param {string} words */
export const say = (words) => perform({ do: "say", text: words });

/** @param {import("./api.js").Message} message @param {import("./api.js").Button} button */
export const press = (message, button) =>
  button.url === undefined
    ? perform({ do: "press", message: message.id, button: button.data ?? button.text })
    : followLink(button.url);

/** @param {{ hours: number } | { to: "monday" }} move */
export async function moveOn(move) {
  await attempt(() => moveClock(move));
  refresh();
}

/** @param {boolean} cut */
export async function setNetwork(cut) {
  await attempt(() => cutNetwork(cut));
  refresh();
}

export async function restart() {
  if (await attempt(restartBot)) toast(text("faults.restarted"));
  refresh();
}

/** A new group of the facilitator's, opened as him. */
export async function newGroup() {
  const done = await attempt(() => act({ as: BUDI, do: "newGroup" }));
  if (!done) return;
  store.set({ drawerOpen: false });
  await open(BUDI, done.chat ?? BUDI);
}
