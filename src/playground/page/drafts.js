import { store } from "./store.js";

/** @param {import("./store.js").PageState} state */
const keyOf = ({ as, chat, editing }) => (editing ? `edit:${as}:${chat}:${editing.id}` : `${as}:${chat}`);

/** What is in the input now. @param {import("./store.js").PageState} state */
export const currentDraft = (state) => state.drafts[keyOf(state)] ?? "";

/** @param {string} words */
export function setDraft(words) {
  const state = store.get();
  store.set({ drafts: { ...state.drafts, [keyOf(state)]: words }, sendError: undefined });
}

/** Begins to answer a message; the cursor is in the input. @param {import("./api.js").Message} message */
export function replyTo(message) {
  store.set({ reply: message, editing: undefined });
  focusInput();
}

/** Begins to change an own message. @param {import("./api.js").Message} message */
export function edit(message) {
  store.set({ editing: message, reply: undefined });
  setDraft(plainOf(message));
  focusInput();
}

/** Leaves the cursor in the input, at the end of what is written there. */
export function focusInput() {
  requestAnimationFrame(() => {
    const input = /** @type {HTMLTextAreaElement | null} */ (document.getElementById("input"));
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  });
}

/** A message as plain text, for previews and for changing it. @param {import("./api.js").Message} message */
export function plainOf({ text, html }) {
  if (text !== undefined) return text;
  const page = new DOMParser().parseFromString((html ?? "").replaceAll("<br>", "\n"), "text/html");
  return page.body.textContent ?? "";
}
