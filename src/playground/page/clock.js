import { useEffect, useState } from "preact/hooks";
import { moveOn } from "./actions.js";
import { hintFor } from "./hint.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { store, useStore } from "./store.js";
import { useText } from "./texts.js";
import { dayOf, hourOf, nowIn, shortDayOf, zoneOf } from "./when.js";

const TICK = 1_000;

/** The world's clock, and the buttons that move it on. */
export function Clock() {
  const text = useText();
  const data = useStore((state) => state.data);
  const lang = useStore((state) => state.lang);
  const open = useStore((state) => state.clockOpen);
  useTick();
  if (!data) return null;

  const place = { lang, zone: data.zone };
  const now = nowIn(data);
  const zone = zoneOf(now, place);
  const wanted = hintFor(data).button === "monday" ? "call" : "";

  return html`
    <div class=${`clock ${open ? "open" : ""}`} role="group" aria-label=${text("clock.title")}>
      <div class="clock-now" data-testid="clock-now">
        <${Icon} name="clock" />
        <span class="clock-day"><span class="long">${dayOf(now, place)}</span><span class="short">${shortDayOf(now, place)}</span></span>
        ${" "}<b>${hourOf(now, place)} ${zone}</b>
      </div>
      <button
        type="button"
        class="clock-fold"
        aria-expanded=${String(open)}
        aria-label=${text("clock.fold", { now: `${dayOf(now, place)} ${hourOf(now, place)} ${zone}` })}
        onClick=${() => store.set({ clockOpen: !open })}
      ><${Icon} name="down" /></button>
      <div class="clock-moves">
        <button type="button" class="quiet" data-testid="clock-hour" onClick=${() => moveOn({ hours: 1 })}>${text("clock.hour")}</button>
        <button type="button" class="quiet" data-testid="clock-day" onClick=${() => moveOn({ hours: 24 })}>${text("clock.day")}</button>
        <button type="button" class=${`monday ${wanted}`} data-testid="clock-monday" onClick=${() => moveOn({ to: "monday" })}>
          ${text("clock.monday")} ${zone}
        </button>
      </div>
    </div>
  `;
}

/** Draws the component again as time goes by. */
function useTick() {
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((count) => count + 1), TICK);
    return () => clearInterval(timer);
  }, []);
}
