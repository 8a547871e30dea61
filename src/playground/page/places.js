import { Refused, readState } from "./api.js";
import { arrive } from "./arrive.js";
import { patch, state } from "./store.js";

let reading = false;
let again = false;
let timer;

/** Reads the state of this place; one at a time, and once more if asked meanwhile. */
export const refresh = async () => {
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  const { as, chat, lang } = state;
  const here = () => as === state.as && chat === state.chat;
  try {
    const server = await readState({ as, chat, lang });
    if (!here()) again = true;
    else if (!arrive(server)) leave();
  } catch (error) {
    if (!(error instanceof Refused)) lost();
    else if (here()) leave();
  }
  reading = false;
  if (again) {
    again = false;
    await refresh();
  }
};

/** Many changes in a moment are one reading. */
export const refreshSoon = () => {
  clearTimeout(timer);
  timer = setTimeout(refresh, 40);
};

/** Says that the line is gone, and tries again. */
export const lost = () => {
  patch({ online: false });
  clearTimeout(timer);
  timer = setTimeout(refresh, 2000);
};

/** Becomes a person in a chat; `jump` is a message to show there. */
export const go = (as, chat, jump) => {
  const folded = { jump, drawer: "", menu: undefined, commandsOpen: false };
  if (as === state.as && chat === state.chat) return patch(folded);
  patch({ ...folded, as, chat });
  history.replaceState(null, "", `#as=${as}&chat=${chat}`);
  return refresh();
};

/** Becomes a person, in the same group where they are in it, else in their private chat. */
export const become = (as) => {
  const stranger = state.server.people.find((one) => one.id === as)?.key === "sari";
  return go(as, state.chat === state.as || stranger ? as : state.chat);
};

/** The chat is not this person's: their private one always is. */
const leave = () => {
  if (state.chat !== state.as) go(state.as, state.as);
};
