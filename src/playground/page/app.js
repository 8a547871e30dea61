import { useEffect } from "preact/hooks";
import { Chats } from "./chats.js";
import { Clock } from "./clock.js";
import { Conversation } from "./conversation.js";
import { Faults } from "./faults.js";
import { html } from "./html.js";
import { Log } from "./log.js";
import { People } from "./people.js";
import { store, useStore } from "./store.js";
import { useText } from "./texts.js";
import { Alert } from "./toast.js";
import { Top } from "./top.js";
import { Tour } from "./tour.js";

/** The whole page. */
export function App() {
  const text = useText();
  const drawerOpen = useStore((state) => state.drawerOpen);
  const logOpen = useStore((state) => state.logOpen);
  const ready = useStore(({ data, as, chat }) => data?.as === as && data.asked === chat);
  const close = () => store.set({ drawerOpen: false });
  const closeByKey = (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && close();
  useEffect(() => {
    document.title = text("page.title");
  });

  return html`
    <div class=${`app ${drawerOpen ? "drawer-open" : ""} ${logOpen ? "log-open" : ""}`} data-ready=${String(ready)}>
      <${Top}><${Clock} /><//>
      <${Tour} />
      <div class="body">
        <aside class="side" id="side" aria-label=${text("page.menu")} onKeyDown=${closeByKey}>
          <${People} /><${Chats} /><${Faults} />
        </aside>
        <div class="shade" onClick=${close}></div>
        <${Conversation} />
        ${logOpen && html`<${Log} />`}
      </div>
      <${Alert} />
    </div>
  `;
}
