import { smallClock } from "./clock.js";
import { Avatar, Icon } from "./icons.js";
import { go } from "./places.js";
import { plain } from "./plain.js";
import { home, patch, placeOf } from "./store.js";
import { perform } from "./talk.js";
import { words } from "./texts.js";
import { html } from "./view.js";

/** Whose chat this is, and what else one can do in it. */
export const ChatHead = ({ s }) => {
  const known = s.serverPlace === placeOf() ? s.server.chat : s.server.chats.find((one) => one.id === s.chat);
  const chat = known ?? { id: s.chat, title: "", type: "private" };
  const alone = chat.type === "private";
  const count = Array.isArray(chat.members) ? chat.members.length : (chat.members ?? "");
  const unread = s.server.people.reduce((sum, one) => sum + (one.id === s.as ? 0 : one.unread), 0);
  const drawer = (name) => () => patch({ drawer: name });
  return html`<header class="chat-head">
    <button class="round only-narrow" aria-label=${words(s.lang, "open")} onClick=${drawer("left")}>
      <${Icon} name="menu" />${unread > 0 && html`<i class="dot" aria-hidden="true"></i>`}
    </button>
    <${Avatar} id=${chat.id} name=${chat.title || "?"} bot=${alone} />
    <span class="two">
      <h1>${chat.title}</h1>
      <small>${alone ? words(s.lang, "private.sub") : words(s.lang, "members", { count })}</small>
    </span>
    <button class="plain small-clock" onClick=${drawer("right")}>
      <${Icon} name="clock" /><span class="unseen">${words(s.lang, "tools")}:</span> ${smallClock()}
    </button>
    ${choices(s, chat).length > 0 && html`<${Menu} s=${s} chat=${chat} />`}
  </header>`;
};

const choices = (s, { type, blocked, movedTo }) => {
  if (movedTo) return [];
  if (type !== "private")
    return s.server.people.find((one) => one.id === s.as)?.key === "budi"
      ? ["addBot", "removeBot", "leave"]
      : ["leave"];
  const join = s.server.chats.some((one) => one.id === home.chat) ? [] : ["join"];
  if (blocked === undefined) return ["block", "unblock", ...join];
  return [blocked ? "unblock" : "block", ...join];
};

const Menu = ({ s, chat }) => {
  const open = s.menu === "chat";
  const choose = async (what) => {
    patch({ menu: undefined });
    await perform(what === "join" ? { do: what, chat: home.chat } : { do: what });
    if (what === "join") await go(s.as, home.chat);
  };
  return html`<div class="menu-place" data-menu>
    <button
      class="round"
      aria-label=${words(s.lang, "chatMenu")}
      aria-expanded=${String(open)}
      onClick=${() => patch({ menu: open ? undefined : "chat" })}
    >
      <${Icon} name="more" />
    </button>
    ${
      open &&
      html`<div class="menu">
        ${choices(s, chat).map((what) => html`<button key=${what} onClick=${() => choose(what)}>${words(s.lang, what)}</button>`)}
      </div>`
    }
  </div>`;
};

/** The newest pinned message, in one line. */
export const Pinned = ({ s }) => {
  const m = s.server.messages.findLast((one) => one.pinned);
  if (!m) return null;
  return html`<button class="pinned" onClick=${() => patch({ jump: m.id })}>
    <${Icon} name="pin" />
    <span class="two"><strong>${words(s.lang, "pinned")}</strong><small>${plain(m)}</small></span>
  </button>`;
};
