import { act, Refused } from "./api.js";
import { follow } from "./links.js";
import { notice } from "./notice.js";
import { lost, refresh } from "./places.js";
import { patch, patchPlace, placeOf, state } from "./store.js";

let queue = Promise.resolve();
let count = 0;

/** Sends what is in the input, with a file where one was chosen; what could not be sent comes back into it, with a word why. */
export const send = (text = state.drafts[placeOf()] ?? "", file = undefined) => {
  if (!text.trim() && !file) return;
  const place = placeOf();
  const edit = state.edits[place];
  const sent = { key: ++count, place, text, edit, reply: state.replies[place], since: lastId() };
  if (text === state.drafts[place]) patchPlace("drafts", "");
  for (const name of ["edits", "replies", "problems"]) patchPlace(name, undefined);
  if (!edit)
    patch({ pending: [...state.pending, file ? { ...sent, text: `📎 ${file.name}\n${text}` } : sent] });
  const deed = {
    as: state.as,
    chat: state.chat,
    text,
    ...(edit ? { do: "edit", message: edit.id } : { do: "say", replyTo: sent.reply?.id, file }),
  };
  queue = queue.then(() => deliver(sent, deed));
};

const lastId = () => state.server?.messages.at(-1)?.id ?? 0;

const deliver = async (sent, deed) => {
  try {
    await act(deed);
    await refresh();
  } catch (error) {
    const refused = error instanceof Refused && error.message;
    if (refused === false) lost();
    const draft = state.drafts[sent.place];
    patchPlace("drafts", draft ? `${sent.text}\n${draft}` : sent.text, sent.place);
    if (sent.edit) patchPlace("edits", sent.edit, sent.place);
    if (sent.reply) patchPlace("replies", sent.reply, sent.place);
    patchPlace("problems", refused ? { refused } : { key: "not.sent" }, sent.place);
  }
  patch({ pending: state.pending.filter((one) => one.key !== sent.key) });
};

/** Does something with no words of its own; what went wrong passes by. */
export const perform = async (deed) => {
  try {
    const answer = await act({ as: state.as, chat: state.chat, ...deed });
    if (answer.toast) notice(answer.toast.text, answer.toast.alert);
    if (answer.url) follow(answer.url);
    await refresh();
    return answer;
  } catch (error) {
    if (error instanceof Refused) notice({ key: "refused", args: { error: error.message } });
    else {
      lost();
      notice({ key: "not.done" });
    }
  }
};

/** Presses a button under a message; it turns until the bot answered. */
export const press = async (m, button) => {
  if (button.url) return follow(button.url);
  const name = `${m.id}:${button.data}`;
  if (state.pressing.includes(name)) return;
  patch({ pressing: [...state.pressing, name] });
  await perform({ do: "press", message: m.id, button: button.data });
  patch({ pressing: state.pressing.filter((one) => one !== name) });
};

/** Gives a reaction, or takes the same one back. */
export const react = (m, emoji) => {
  const mine = m.reactions?.some((one) => one.emoji === emoji && one.mine);
  patch({ menu: undefined });
  return perform({ do: "react", message: m.id, emoji: mine ? null : emoji });
};
