import { useEffect, useState } from "preact/hooks";
import { followCalls } from "./follow-calls.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { store, useStore } from "./store.js";
import { useText } from "./texts.js";
import { hourOf } from "./when.js";

/** The bot's calls, newest first; long polls are hidden at first, since they say nothing. */
export function Log() {
  const text = useText();
  const calls = useStore((state) => state.calls);
  const [polls, setPolls] = useState(false);
  useEffect(followCalls, []);
  const shown = calls.filter((call) => polls || call.method !== "getUpdates");

  return html`
    <aside class="log" aria-labelledby="log-title">
      <header>
        <h2 id="log-title">${text("log.title")}</h2>
        <label><input type="checkbox" checked=${polls} onChange=${() => setPolls(!polls)} /> ${text("log.polls")}</label>
        <button type="button" class="round" aria-label=${text("page.close")} onClick=${() => store.set({ logOpen: false })}>
          <${Icon} name="close" />
        </button>
      </header>
      <ol reversed>
        ${shown.map((call) => html`<li key=${call.id}><${Call} call=${call} /></li>`)}
      </ol>
      ${shown.length === 0 && html`<p class="empty">${text("log.empty")}</p>`}
    </aside>
  `;
}

/** @param {{ call: import("./api.js").Call }} props */
function Call({ call }) {
  const text = useText();
  const zone = useStore((state) => state.data?.zone ?? "UTC");
  const lang = useStore((state) => state.lang);
  const [open, setOpen] = useState(false);

  return html`
    <details class=${call.ok ? "call" : "call failed"} onToggle=${(/** @type {any} */ event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="mark" role="img" aria-label=${text(call.ok ? "log.ok" : "log.error")}>${call.ok ? "✓" : "✕"}</span>
        <code>${call.method}</code>
        <small>${hourOf(call.at, { lang, zone })}${call.ms === undefined ? "" : ` · ${Math.round(call.ms)} ms`}</small>
        ${call.error && html`<span class="why">${call.error}</span>`}
      </summary>
      ${open && html`<pre tabindex="0">${JSON.stringify(call.params ?? {}, null, 2)}</pre>`}
    </details>
  `;
}
