import { toggleLog } from "./controls.js";
import { Icon } from "./icons.js";
import { patch } from "./store.js";
import { words } from "./texts.js";
import { hourOf } from "./time.js";
import { classes, html } from "./view.js";

/** What the bot asks of the Bot API, as it happens. */
export const Log = ({ s }) => html`<section class=${classes("panel log", s.log && "unfolded")}>
  <button
    class="plain fold"
    data-testid="log-toggle"
    aria-expanded=${String(s.log)}
    aria-controls="log"
    onClick=${toggleLog}
  >
    <${Icon} name="log" /> ${words(s.lang, "log")} <${Icon} name="down" />
  </button>
  ${s.log && html`<${Calls} s=${s} />`}
</section>`;

const Calls = ({ s }) => {
  const calls = s.calls.filter((one) => s.polls || one.method !== "getUpdates");
  return html`<div id="log">
    <p class="note">${words(s.lang, "log.note")}</p>
    <label class="check">
      <input type="checkbox" checked=${s.polls} onChange=${(e) => patch({ polls: e.currentTarget.checked })} />
      ${words(s.lang, "log.polls")}
    </label>
    ${calls.length === 0 && html`<p class="note">${words(s.lang, "log.empty")}</p>`}
    <ul class="calls">
      ${calls.toReversed().map((one) => html`<${Call} key=${one.id} one=${one} />`)}
    </ul>
  </div>`;
};

const Call = ({ one }) => html`<li>
  <details>
    <summary>
      <span class=${classes("sign", one.ok ? "good" : "bad")}>${one.ok ? "ok" : "error"}</span>
      <code>${one.method}</code>
      <small>${hourOf(one.at)} · ${Math.round(one.ms)} ms</small>
    </summary>
    ${one.error && html`<p class="error">${one.error?.description ?? one.error}</p>`}
    <pre tabindex="0">${JSON.stringify(one.params ?? {}, null, 2)}</pre>
  </details>
</li>`;
