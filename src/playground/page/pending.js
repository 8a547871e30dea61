import { Icon } from "./icons.js";
import { placeOf } from "./store.js";
import { words } from "./texts.js";
import { html } from "./view.js";

/** What is on its way: shown as sent, with a clock, until the server has it. */
export const Pending = ({ s }) => {
  const arrived = ({ text, since }) =>
    s.server.messages.some((m) => m.mine && m.id > since && m.text === text.trim());
  const waiting = s.pending.filter((one) => one.place === placeOf() && !arrived(one));
  return waiting.map(
    (one) => html`<li key=${`pending-${one.key}`} class="line mine last pending">
      <div class="stack">
        <article class="bubble">
          <div class="text">${one.text}</div>
          <span class="meta"><${Icon} name="clock" /> <span class="unseen">${words(s.lang, "sending")}</span></span>
        </article>
      </div>
    </li>`,
  );
};
