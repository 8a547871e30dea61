import { Bubble } from "./bubble.js";
import { ChatHead, Pinned } from "./chat-head.js";
import { Composer } from "./composer.js";
import { Barn, Icon } from "./icons.js";
import { Pending } from "./pending.js";
import { useScroll } from "./scroll.js";
import { placeOf } from "./store.js";
import { words } from "./texts.js";
import { dayOf, weekdayOf, zoneName } from "./time.js";
import { html } from "./view.js";

/** One chat, at a phone's width. */
export const Conversation = ({ s }) => {
  const here = s.serverPlace === placeOf();
  return html`<section class="phone">
    <${ChatHead} s=${s} />
    ${here && html`<${Pinned} s=${s} />`}
    ${here ? html`<${Messages} key=${s.serverPlace} s=${s} />` : html`<div class="wall"><p class="service">${words(s.lang, "loading")}</p></div>`}
    <${Composer} key=${placeOf()} s=${s} here=${here} />
  </section>`;
};

const Messages = ({ s }) => {
  const { list, away, down } = useScroll(s);
  const { messages, chat } = s.server;
  return html`<div class="wall" ref=${list} tabindex="0" role="region" aria-label=${words(s.lang, "messages", chat)}>
    ${messages.length === 0 && html`<${Empty} s=${s} />`}
    <ol class="messages">
      ${messages.map((m, at) => html`<${Line} key=${m.id} s=${s} before=${messages[at - 1]} m=${m} after=${messages[at + 1]} />`)}
      <${Pending} s=${s} />
    </ol>
    ${
      away &&
      html`<button class="round down" aria-label=${words(s.lang, "newest")} onClick=${down}>
        <${Icon} name="down" />
      </button>`
    }
  </div>`;
};

const Empty = ({ s }) => {
  const { type } = s.server.chat;
  return html`<div class="empty">
    ${type === "private" && html`<${Barn} />`}
    <p>${words(s.lang, type === "private" ? "empty.start" : "empty.group")}</p>
  </div>`;
};

const together = (a, b) =>
  a &&
  b &&
  !a.service &&
  !b.service &&
  a.from.id === b.from.id &&
  dayOf(a.date) === dayOf(b.date) &&
  Math.abs(new Date(a.date) - new Date(b.date)) < 600_000;

const Line = ({ s, before, m, after }) => {
  const fresh = !before || dayOf(before.date) !== dayOf(m.date);
  return html`
    ${fresh && html`<li class="service day">${weekdayOf(m.date)}, ${dayOf(m.date)} · ${zoneName()}</li>`}
    ${
      m.service
        ? html`<li class="service" data-testid=${`message-${m.id}`} data-from=${m.from?.name} id=${`m${m.id}`}>${m.service}</li>`
        : html`<${Bubble} s=${s} m=${m} first=${!together(before, m)} last=${!together(m, after)} />`
    }
  `;
};
