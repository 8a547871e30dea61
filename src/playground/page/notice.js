import { useEffect, useRef } from "preact/hooks";
import { Barn } from "./icons.js";
import { armedFaults, patch, state } from "./store.js";
import { words } from "./texts.js";
import { html } from "./view.js";

let timer;

/** A word that passes by: a text, or `{ key, args }` of the page's own; an alert waits for its OK. */
export const notice = (what, alert = false) => {
  const text = typeof what === "string" ? what : words(state.lang, what.key, what.args);
  clearTimeout(timer);
  patch({ toast: { text, alert } });
  if (!alert) timer = setTimeout(() => patch({ toast: undefined }), Math.max(3500, text.length * 70));
};

/** The toast or the alert, if there is one. */
export const Notice = ({ s }) => {
  if (s.toast?.alert) return html`<${Alert} s=${s} />`;
  return html`<div class="toast-place" role="status">
    ${s.toast && html`<p class="toast" data-testid="toast">${s.toast.text}</p>`}
  </div>`;
};

const Alert = ({ s }) => {
  const dialog = useRef();
  useEffect(() => dialog.current.showModal(), []);
  const close = () => patch({ toast: undefined });
  return html`<dialog class="alert" ref=${dialog} onClose=${close} aria-labelledby="alert-text">
    <p class="alert-name"><${Barn} /> Lumbung</p>
    <p id="alert-text" data-testid="toast">${s.toast.text}</p>
    <button class="primary" onClick=${close}>${words(s.lang, "ok")}</button>
  </dialog>`;
};

/** The line on top of a chat while something is wrong, and the way out of it. */
export const Banner = ({ s, lift }) => {
  if (!s.online) return html`<p class="banner bad" role="alert">${words(s.lang, "offline")}</p>`;
  const armed = armedFaults(s).map(({ name }) => name);
  if (armed.length === 0) return null;
  const cut = armed.length === 1 && armed[0] === "outage";
  const names = armed.map((name) => words(s.lang, `fault.${name}`)).join(" · ");
  return html`<p class="banner" role="status" data-testid="banner">
    ${cut ? words(s.lang, "cut") : words(s.lang, "armed", { names })}${" "}
    <button class="link" disabled=${!!s.busy} onClick=${lift}>${words(s.lang, cut ? "mend" : "lift")}</button>
  </p>`;
};
