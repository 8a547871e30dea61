import { moveOn, newGroup, restart, setNetwork } from "./actions.js";
import { personOf, STEPS } from "./cast.js";
import { hintFor, stepNow } from "./hint.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { goToStep } from "./navigation.js";
import { useStore } from "./store.js";
import { useText } from "./texts.js";
import { nowIn, zoneOf } from "./when.js";

/** @typedef {{ data: import("./store.js").Seen }} Props */

/** The line on top: the four steps of one idea's way, and what to do now. */
export function Tour() {
  const text = useText();
  const data = useStore((state) => state.data);
  if (!data) return null;
  const now = stepNow(data)?.step;

  return html`
    <nav class="tour" aria-label=${text("tour.title")}>
      <span class="sample">${text("tour.sample")}</span>
      <ol>
        ${STEPS.map(({ step }, index) => html`<${Step} key=${step} step=${step} number=${index + 1} done=${data.progress.includes(step)} now=${now === step} />`)}
      </ol>
      <p class="hint" role="status">${now ? html`<${Hint} data=${data} />` : html`<${Finish} />`}</p>
    </nav>
  `;
}

/** @param {{ step: import("./cast.js").Step, number: number, done: boolean, now: boolean }} props */
function Step({ step, number, done, now }) {
  const text = useText();
  return html`
    <li class=${done ? "done" : now ? "now" : ""}>
      <button
        type="button"
        class=${done ? "done" : now ? "now" : ""}
        data-testid=${`step-${step}`}
        data-done=${String(done)}
        aria-current=${now ? "step" : undefined}
        onClick=${() => goToStep(step)}
      >
        <span class="number">${done ? html`<${Icon} name="check" />` : number}</span>
        <span>${text(`tour.${step}`)}</span>
        ${done && html`<span class="unseen">(${text("tour.done")})</span>`}
      </button>
    </li>
  `;
}

/** @param {Props} props */
function Hint({ data }) {
  const text = useText();
  const { key, step, button } = hintFor(data);
  const found = STEPS.find((one) => one.step === step);
  const name = found ? (personOf(data, found.key)?.name ?? "") : "";

  return html`
    ${step === "send" && html`<span class="sample-again">${text("tour.sample")} </span>`} ${text(key)}${" "}
    ${button === "go" && html`<button type="button" class="link" onClick=${() => goToStep(step ?? "")}>${text("tour.open", { name })}</button>`}
    ${button === "monday" && html`<button type="button" class="link" onClick=${() => moveOn({ to: "monday" })}>${text("clock.monday")} ${zoneOf(nowIn(data), data)}</button>`}
  `;
}

/** What to try when all four steps are reached. */
function Finish() {
  const text = useText();
  return html`
    ${text("hint.done")} ${text("tour.try")}${" "}
    <button type="button" class="link" onClick=${() => setNetwork(true)}>${text("faults.cut").toLowerCase()}</button> ·${" "}
    <button type="button" class="link" onClick=${restart}>${text("faults.restart").toLowerCase()}</button> ·${" "}
    <button type="button" class="link" onClick=${newGroup}>${text("faults.group").toLowerCase()}</button>
  `;
}
