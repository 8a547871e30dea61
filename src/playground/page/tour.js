import { focusInput } from "./compose.js";
import { move, newGroup, restart, setFault } from "./controls.js";
import { Icon } from "./icons.js";
import { go } from "./places.js";
import { hintOf, placeOfStep, step, steps } from "./steps.js";
import { words } from "./texts.js";
import { classes, html } from "./view.js";

/** The line on top: four steps that light up, and what to do now. */
export const Tour = ({ s }) => html`<nav class="tour" aria-label=${words(s.lang, "tour")}>
  <ol>
    ${steps.map((one, at) => html`<${Step} key=${one.name} s=${s} one=${one} number=${at + 1} />`)}
  </ol>
  <p class="hint" aria-live="polite">${words(s.lang, hintOf(s))} <${Next} s=${s} /></p>
</nav>`;

const Step = ({ s, one, number }) => {
  const done = s.server.progress.includes(one.name);
  const now = step(s) === one.name;
  const enter = async () => {
    const { as, chat } = placeOfStep(s, one);
    await go(as, chat);
    focusInput();
  };
  return html`<li>
    <button
      class=${classes("step", done && "done", now && "now")}
      data-testid=${`step-${one.name}`}
      data-done=${String(done)}
      aria-current=${now ? "step" : undefined}
      onClick=${enter}
    >
      <b>${done ? html`<${Icon} name="check" />` : number}</b> <span>${words(s.lang, one.name)}</span>
      ${done && html`<span class="unseen">(${words(s.lang, "done")})</span>`}
    </button>
  </li>`;
};

const Next = ({ s }) => {
  const hint = hintOf(s);
  const link = (key, onClick) =>
    html`<button class="link" disabled=${!!s.busy} onClick=${onClick}>${words(s.lang, key)}</button>`;
  if (hint === "decide.wait")
    return html`<span class="narrow">${link("monday.go", () => move("monday", { to: "monday" }))}</span>`;
  if (hint !== "finished") return null;
  return html`<span>
    ${words(s.lang, "try")} ${link("try.network", () => setFault("outage", true))} ·${" "}
    ${link("try.restart", restart)} · ${link("try.group", newGroup)}
  </span>`;
};
