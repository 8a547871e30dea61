import { perform } from "./actions.js";
import { Bubble } from "./bubble.js";
import { html } from "./html.js";
import { Barn, Icon } from "./icons.js";
import { useScroll } from "./scroll.js";
import { useStore } from "./store.js";
import { useText } from "./texts.js";
import { dayOf, zoneOf } from "./when.js";

/** Messages of one writer that are closer than this, in milliseconds, belong together. */
const TOGETHER = 10 * 60_000;

/** @typedef {import("./api.js").Message} Message */

/** What was said in the chat, oldest first, kept at its end while one reads there. @param {{ data: import("./store.js").Seen }} props */
export function Messages({ data }) {
  const text = useText();
  const { messages, chat } = data;
  const { list, below, onScroll, toEnd } = useScroll(messages);

  return html`
    <div class="messages-frame">
      <div
        class="messages"
        ref=${list}
        role="log"
        aria-live="polite"
        aria-label=${text("chat.messages", { title: chat?.title ?? "" })}
        tabindex="0"
        onScroll=${onScroll}
      >
        ${messages.length === 0 && html`<${Nothing} data=${data} />`}
        ${messages.map((message, index) => html`<${Entry} key=${message.id} data=${data} message=${message} before=${messages[index - 1]} after=${messages[index + 1]} />`)}
      </div>
      ${
        below &&
        html`<button type="button" class="to-end" aria-label=${text("chat.down")} onClick=${toEnd}><${Icon} name="down" /></button>`
      }
    </div>
  `;
}

/** A message with the day, or the line "unread", above it. @param {{ data: import("./store.js").Seen, message: Message, before?: Message, after?: Message }} props */
function Entry({ data, message, before, after }) {
  const text = useText();
  const lang = useStore((state) => state.lang);
  const divider = useStore((state) => state.divider);
  const place = { lang, zone: data.zone };
  const day = dayOf(message.date, place);
  const newDay = !before || dayOf(before.date, place) !== day;
  const unread = divider === message.id;

  return html`
    ${newDay && html`<p class="day"><span>${day} · ${zoneOf(message.date, place)}</span></p>`}
    ${unread && html`<p class="unread"><span>${text("chat.new")}</span></p>`}
    ${
      message.service
        ? html`<p class="service" id=${`m${message.id}`} data-testid=${`message-${message.id}`} data-from=${message.from.id}><span>${message.service}</span></p>`
        : html`<${Bubble}
            message=${message}
            place=${place}
            group=${data.chat?.type === "group"}
            first=${newDay || unread || !belong(before, message)}
            last=${!belong(message, after) || (after && divider === after.id)}
          />`
    }
  `;
}

/** @param {Message | undefined} one @param {Message | undefined} next */
const belong = (one, next) =>
  one &&
  next &&
  !one.service &&
  !next.service &&
  one.from.id === next.from.id &&
  Date.parse(next.date) - Date.parse(one.date) < TOGETHER;

/** @param {{ data: import("./store.js").Seen }} props */
function Nothing({ data: { chat } }) {
  const text = useText();
  return html`
    <div class="nothing">
      <${Barn} />
      <p>${text(chat?.type === "private" ? "chat.welcome" : "chat.nothing")}</p>
      ${chat?.type === "group" && html`<button type="button" class="main" onClick=${() => perform({ do: "addBot" })}>${text("chat.add")}</button>`}
    </div>
  `;
}
