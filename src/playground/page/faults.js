import { newGroup, restart, toggleNetwork } from "./controls.js";
import { Icon } from "./icons.js";
import { words } from "./texts.js";
import { classes, html } from "./view.js";

/** What can go wrong, at a press. */
export const Faults = ({ s }) => html`<section class="panel faults" aria-labelledby="faults">
  <h2 id="faults">${words(s.lang, "faults")}</h2>
  <button
    class=${classes("plain switch", s.networkCut && "on")}
    role="switch"
    aria-checked=${String(s.networkCut)}
    data-testid="network"
    disabled=${!!s.busy}
    onClick=${() => toggleNetwork()}
  >
    <${Icon} name="plug" /> ${words(s.lang, "network")} <i aria-hidden="true"></i>
  </button>
  <button class="plain" data-testid="restart" disabled=${!!s.busy} onClick=${restart}>
    <${Icon} name="again" /> <span class=${s.busy === "restart" && "wait"}>${words(s.lang, "restart")}</span>
  </button>
  <button class="plain" data-testid="new-group" disabled=${!!s.busy} onClick=${newGroup}>
    <${Icon} name="group" /> ${words(s.lang, "newGroup")}
  </button>
  <p class="note">${words(s.lang, "faults.note")}</p>
</section>`;
