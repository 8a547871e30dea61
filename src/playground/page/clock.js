import { move } from "./controls.js";
import { step, waitsForMonday } from "./steps.js";
import { words } from "./texts.js";
import { dayOf, hourOf, timeOf, weekdayOf, worldNow, zoneName } from "./time.js";
import { classes, html } from "./view.js";

/** The world's clock, and how to move it on. */
export const Clock = ({ s }) => {
  const now = worldNow();
  const call = waitsForMonday(s) && step(s) === "decide";
  return html`<section class="panel clock" aria-labelledby="clock">
    <h2 id="clock">${words(s.lang, "clock")}</h2>
    <p class="now" data-testid="clock-now">
      <span class="day">${weekdayOf(now)}, ${dayOf(now)}</span> <b>${hourOf(now)}</b> <span>${zoneName()}</span>
    </p>
    <div class="pair">
      <${Move} s=${s} name="hour" to=${{ hours: 1 }} />
      <${Move} s=${s} name="day" to=${{ hours: 24 }} />
    </div>
    <${Move} s=${s} name="monday" to=${{ to: "monday" }} class=${classes("primary large", call && "call")} />
    <p class="note">${words(s.lang, "clock.note")}</p>
  </section>`;
};

const Move = ({ s, name, to, class: kind }) => html`<button
  class=${kind ?? "plain"}
  data-testid=${`clock-${name}`}
  disabled=${!!s.busy}
  onClick=${() => move(name, to)}
>
  ${words(s.lang, name)}
</button>`;

/** The clock's hands, small, for where the panel is folded away. */
export const smallClock = () => `${weekdayOf(worldNow())} ${timeOf(worldNow())}`;
