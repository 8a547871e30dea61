import { Icon } from "./icons.js";
import { press } from "./talk.js";
import { classes, html } from "./view.js";

/** The buttons under a message. */
export const Keys = ({ s, m }) =>
  m.buttons?.length > 0 &&
  html`<div class="keys">
    ${m.buttons.map(
      (row, at) => html`<div key=${at} class="keys-row">
        ${row.map((button) => html`<${Key} key=${button.data ?? button.url} s=${s} m=${m} button=${button} />`)}
      </div>`,
    )}
  </div>`;

const Key = ({ s, m, button }) => {
  const waits = s.pressing.includes(`${m.id}:${button.data}`);
  return html`<button
    class=${classes("key", button.style && `style-${button.style}`, waits && "wait")}
    aria-busy=${waits ? "true" : undefined}
    onClick=${() => press(m, button)}
  >
    ${button.text}${button.url && html`<${Icon} name="link" />`}
  </button>`;
};
