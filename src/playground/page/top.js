import { html } from "./html.js";
import { Barn, Icon } from "./icons.js";
import { store, useStore } from "./store.js";
import { setLanguage, useText } from "./texts.js";

/** The bar at the top: the way to the drawer on a phone, the name, the clock, the log and the language. @param {{ children?: unknown }} props */
export function Top({ children }) {
  const text = useText();
  const lang = useStore((state) => state.lang);
  const logOpen = useStore((state) => state.logOpen);

  return html`
    <header class="top">
      <${DrawerButton} />
      <span class="brand"><${Barn} /><b>Lumbung</b></span>
      ${children}
      <button
        type="button"
        class="quiet log-toggle"
        data-testid="log-toggle"
        aria-pressed=${String(logOpen)}
        onClick=${() => store.set({ logOpen: !logOpen })}
      >
        <${Icon} name="log" /><span>${text("log.title")}</span>
      </button>
      <button
        type="button"
        class="lang"
        data-testid="lang"
        aria-label=${text("page.language.label")}
        title=${text("page.language.label")}
        onClick=${() => setLanguage(lang === "id" ? "en" : "id")}
      >
        <span class=${lang === "id" ? "on" : ""}>ID</span><span class=${lang === "en" ? "on" : ""}>EN</span>
      </button>
    </header>
  `;
}

/** Shows, on a phone, who I am and my chats; tells how much is unread there. */
function DrawerButton() {
  const text = useText();
  const open = useStore((state) => state.drawerOpen);
  const unread = useStore((state) => state.data?.people.reduce((sum, person) => sum + person.unread, 0) ?? 0);

  return html`
    <button
      type="button"
      class="round drawer-button"
      data-testid="drawer"
      aria-expanded=${String(open)}
      aria-controls="side"
      aria-label=${unread ? text("page.menu.unread", { count: unread }) : text("page.menu")}
      onClick=${() => store.set({ drawerOpen: !open })}
    >
      <${Icon} name=${open ? "close" : "menu"} />
      ${unread > 0 && html`<span class="badge" aria-hidden="true">${unread}</span>`}
    </button>
  `;
}
