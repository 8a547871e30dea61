import { useState } from "preact/hooks";
import { press } from "./actions.js";
import { html } from "./html.js";

/** The buttons under a message; one that was pressed shows that it waits. @param {{ message: import("./api.js").Message }} props */
export function Buttons({ message }) {
  const [waiting, setWaiting] = useState("");
  if (!message.buttons?.length) return null;

  const push = async (/** @type {import("./api.js").Button} */ button, /** @type {string} */ key) => {
    setWaiting(key);
    await press(message, button);
    setWaiting("");
  };

  return html`
    <div class="buttons">
      ${message.buttons.map(
        (row, line) => html`
          <div class="button-row" key=${line}>
            ${row.map((button, column) => {
              const key = `${line}:${column}`;
              return html`<button
                key=${key}
                type="button"
                class=${`inline ${button.style ?? ""} ${button.url ? "leads" : ""}`}
                aria-busy=${String(waiting === key)}
                onClick=${() => push(button, key)}
              >${button.text}</button>`;
            })}
          </div>
        `,
      )}
    </div>
  `;
}
