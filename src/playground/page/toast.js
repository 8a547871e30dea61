import { useEffect, useRef } from "preact/hooks";
import { html } from "./html.js";
import { store, useStore } from "./store.js";

/** A line of the bot's, or of the page's, that goes away by itself. */
export function Toast() {
  const toast = useStore((state) => state.toast);
  return html`
    <div class="toast-place" role="status">
      ${toast && html`<p class="toast" data-testid="toast">${toast.text}</p>`}
    </div>
  `;
}

/** What must be read before going on. */
export function Alert() {
  const words = useStore((state) => state.alert);
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => {
    if (words) dialog.current?.showModal();
  }, [words]);
  if (!words) return null;

  return html`
    <dialog ref=${dialog} class="alert" data-testid="alert" aria-labelledby="alert-words" onClose=${() => store.set({ alert: undefined })}>
      <p id="alert-words">${words}</p>
      <form method="dialog"><button class="main">OK</button></form>
    </dialog>
  `;
}
