import { edit, replyTo } from "./compose.js";
import { Icon } from "./icons.js";
import { notice } from "./notice.js";
import { plain } from "./plain.js";
import { patch } from "./store.js";
import { react } from "./talk.js";
import { words } from "./texts.js";
import { classes, html } from "./view.js";

const emojis = ["👍", "❤️", "🔥", "👏", "🎉", "🤔"];

/** What one can do with a message: reply, react, edit, copy. */
export const MessageTools = ({ s, m }) => {
  const open = s.menu === m.id;
  return html`<div class=${classes("tools", open && "open")} data-menu>
    <button class="round tool" title=${words(s.lang, "reply")} aria-label=${words(s.lang, "reply")} onClick=${() => replyTo(m)}>
      <${Icon} name="reply" />
    </button>
    <button
      class="round tool"
      title=${words(s.lang, "more")}
      aria-label=${words(s.lang, "more")}
      aria-expanded=${String(open)}
      onClick=${() => patch({ menu: open ? undefined : m.id })}
    >
      <${Icon} name="more" />
    </button>
    ${open && html`<${Menu} s=${s} m=${m} />`}
  </div>`;
};

const Menu = ({ s, m }) => {
  const copy = async () => {
    patch({ menu: undefined });
    await navigator.clipboard?.writeText(plain(m));
    notice({ key: "copied" });
  };
  // A menu of the last messages would open below the edge: it brings itself into sight.
  const seen = (menu) => menu?.scrollIntoView({ block: "nearest" });
  return html`<div class="menu" ref=${seen}>
    <div class="emojis">
      ${emojis.map(
        (emoji) =>
          html`<button key=${emoji} aria-label=${words(s.lang, "react", { emoji })} onClick=${() => react(m, emoji)}>${emoji}</button>`,
      )}
    </div>
    <button onClick=${() => replyTo(m)}><${Icon} name="reply" /> ${words(s.lang, "reply")}</button>
    ${m.mine && m.text && html`<button onClick=${() => edit(m)}><${Icon} name="edit" /> ${words(s.lang, "edit")}</button>`}
    ${plain(m) && html`<button onClick=${copy}><${Icon} name="copy" /> ${words(s.lang, "copy")}</button>`}
  </div>`;
};
