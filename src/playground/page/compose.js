import { patch, patchPlace, placeOf, state } from "./store.js";

/** The next message answers this one. */
export const replyTo = (m) => {
  patch({ menu: undefined });
  if (state.edits[placeOf()]) cancel();
  patchPlace("replies", m);
  focusInput();
};

/** The input changes this message of one's own. */
export const edit = (m) => {
  patch({ menu: undefined });
  patchPlace("replies", undefined);
  patchPlace("edits", m);
  patchPlace("drafts", m.text ?? "");
  focusInput();
};

/** Ends a reply or an edit. */
export const cancel = () => {
  if (state.edits[placeOf()]) patchPlace("drafts", "");
  patchPlace("edits", undefined);
  patchPlace("replies", undefined);
};

/** Puts the cursor where one writes, once it is drawn. */
export const focusInput = () => requestAnimationFrame(() => document.querySelector("#input")?.focus());
