import { Avatar } from "./icons.js";
import { Badge } from "./people.js";
import { go } from "./places.js";
import { words } from "./texts.js";
import { shortOf } from "./time.js";
import { classes, html } from "./view.js";

const nameOf = (s) => s.server.people.find((one) => one.id === s.as)?.name;

const lastLine = (s, { last, type, movedTo }) => {
  if (movedTo) return words(s.lang, "moved.away");
  if (!last) return words(s.lang, type === "private" ? "private.empty" : "chat.empty");
  const bare =
    !last.from || last.text.startsWith(last.from) || (type === "private" && last.from === "Lumbung");
  if (bare) return last.text;
  return html`<b>${last.from === nameOf(s) ? words(s.lang, "you") : last.from}:</b> ${last.text}`;
};

/** My chats, with what was said last. */
export const Chats = ({ s }) => html`<nav class="chats" aria-labelledby="chats">
  <h2 id="chats">${words(s.lang, "chats")}</h2>
  <ul>
    ${s.server.chats.map(
      (chat) => html`<li key=${chat.id}>
        <button
          class=${classes("chat", chat.id === s.chat && "chosen")}
          data-testid=${`chat-${chat.id}`}
          aria-current=${chat.id === s.chat ? "true" : undefined}
          onClick=${() => go(s.as, chat.id)}
        >
          <${Avatar} id=${chat.id} name=${chat.title} bot=${chat.type === "private"} />
          <span class="two">
            <span class="row"
              ><strong>${chat.title}</strong>${chat.last && html`<time>${shortOf(chat.last.date)}</time>`}</span
            >
            <span class="row"
              ><small>${lastLine(s, chat)}</small
              ><${Badge} s=${s} count=${chat.id === s.chat ? 0 : chat.unread}
            /></span>
          </span>
        </button>
      </li>`,
    )}
  </ul>
</nav>`;
