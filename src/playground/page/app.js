import { Chats } from "./chats.js";
import { Clock } from "./clock.js";
import { liftFaults } from "./controls.js";
import { Conversation } from "./conversation.js";
import { Faults } from "./faults.js";
import { Barn, Icon } from "./icons.js";
import { Log } from "./log.js";
import { Banner, Notice } from "./notice.js";
import { People } from "./people.js";
import { refresh } from "./places.js";
import { patch } from "./store.js";
import { rememberLang, words } from "./texts.js";
import { Tour } from "./tour.js";
import { classes, html } from "./view.js";

/** The whole page. */
export const App = ({ s }) => {
  if (!s.server) return html`<${Banner} s=${s} /><p class="before">${words(s.lang, "loading")}</p>`;
  return html`
    <header class="top">
      <p class="brand">
        <span class="mark"><${Barn} /></span>
        <span><b>Lumbung</b> <small>${words(s.lang, "example")}</small></span>
      </p>
      <${Tour} s=${s} />
      <${Language} s=${s} />
    </header>
    <${Banner} s=${s} lift=${liftFaults} />
    <div class=${classes("frame", s.drawer && `open-${s.drawer}`, s.log && "with-log")}>
      <aside class="left">
        <${Close} s=${s} />
        <${People} s=${s} />
        <${Chats} s=${s} />
      </aside>
      <main><${Conversation} s=${s} /></main>
      <aside class="right">
        <${Close} s=${s} />
        <${Clock} s=${s} />
        <${Faults} s=${s} />
        <${Log} s=${s} />
      </aside>
      ${s.drawer && html`<div class="scrim" onClick=${() => patch({ drawer: "" })}></div>`}
    </div>
    <${Notice} s=${s} />
    <p class="unseen" aria-live="polite">${s.spoken}</p>
  `;
};

const Close = ({ s }) => html`<button
  class="round close-drawer"
  aria-label=${words(s.lang, "close")}
  onClick=${() => patch({ drawer: "" })}
>
  <${Icon} name="close" />
</button>`;

const Language = ({ s }) => {
  const other = s.lang === "id" ? "en" : "id";
  const change = () => {
    rememberLang(other);
    patch({ lang: other });
    return refresh();
  };
  return html`<button class="plain lang" data-testid="lang" lang=${other} onClick=${change}>
    ${words(s.lang, "lang")}
  </button>`;
};
