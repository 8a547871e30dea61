import { newGroup, restart, setFault } from "./controls.js";
import { Icon } from "./icons.js";
import { words } from "./texts.js";
import { classes, html } from "./view.js";

const first = "outage";
const parts = ["calls", "updates", "chat"];

/** What can go wrong, at a press: the network on top, the rest folded away. */
export const Faults = ({ s }) => html`<section class="panel faults" aria-labelledby="faults">
  <h2 id="faults">${words(s.lang, "faults")}</h2>
  <p class="note">${words(s.lang, "faults.note")}</p>
  <${Switch} s=${s} one=${s.server.faults.find((one) => one.name === first)} />
  ${parts.map((part) => html`<${Part} key=${part} s=${s} part=${part} />`)}
  <div class="pair">
    <button class="plain" data-testid="restart" disabled=${!!s.busy} onClick=${restart}>
      <${Icon} name="again" /> <span class=${s.busy === "restart" && "wait"}>${words(s.lang, "restart")}</span>
    </button>
    <button class="plain" data-testid="new-group" disabled=${!!s.busy} onClick=${newGroup}>
      <${Icon} name="group" /> ${words(s.lang, "newGroup")}
    </button>
  </div>
</section>`;

/** The faults of one kind. */
const Part = ({ s, part }) => {
  const faults = s.server.faults.filter((one) => one.part === part && one.name !== first);
  const armed = faults.filter((one) => one.armed).length;
  return html`<details class="part" data-testid=${`faults-${part}`}>
    <summary class="plain fold">
      ${words(s.lang, `faults.${part}`)}
      ${armed > 0 && html`<span class="badge">${armed}</span><span class="unseen">${words(s.lang, "fault.armed")}</span>`}
      <${Icon} name="down" />
    </summary>
    <div class="switches">
      ${faults.map((one) => html`<${Switch} key=${one.name} s=${s} one=${one} />`)}
    </div>
  </details>`;
};

const Switch = ({ s, one: { name, armed, possible, struck } }) => html`<button
  class=${classes("switch", armed && "on")}
  role="switch"
  aria-checked=${String(armed)}
  data-testid=${`fault-${name}`}
  disabled=${!!s.busy || !possible}
  onClick=${() => setFault(name, !armed)}
>
  <span class=${classes("words", s.busy === `fault-${name}` && "wait")}>
    <span class="name">${words(s.lang, `fault.${name}`)}</span>
    <small>${words(s.lang, `fault.${name}.note`)}</small>
    ${struck > 0 && html`<small class="struck">${words(s.lang, "fault.struck", { count: struck })}</small>`}
  </span>
  <i aria-hidden="true"></i>
</button>`;
