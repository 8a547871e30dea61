import { newGroup, restart, setNetwork } from "./actions.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { useStore } from "./store.js";
import { useText } from "./texts.js";

/** What goes wrong in the field, to be tried here. */
export function Faults() {
  const text = useText();
  const cut = useStore((state) => state.data?.networkCut ?? false);

  return html`
    <section class="faults" aria-labelledby="faults-title">
      <h2 id="faults-title">${text("faults.title")}</h2>
      <button
        type="button"
        class="quiet"
        data-testid="network"
        aria-pressed=${String(cut)}
        onClick=${() => setNetwork(!cut)}
      >
        <${Icon} name="cut" />${text(cut ? "faults.restore" : "faults.cut")}
      </button>
      <button type="button" class="quiet" data-testid="restart" onClick=${restart}>
        <${Icon} name="restart" />${text("faults.restart")}
      </button>
      <button type="button" class="quiet" data-testid="new-group" onClick=${newGroup}>
        <${Icon} name="group" />${text("faults.group")}
      </button>
    </section>
  `;
}
