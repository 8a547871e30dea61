import { edit, replyTo } from "./drafts.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { Menu } from "./menu.js";
import { picture, react } from "./reactions.js";
import { useText } from "./texts.js";

const EMOJI = ["👍", "❤", "🔥", "👏", "🎉", "🤔"];

/** What one can do to a message: seen when the pointer, the focus or a finger is there. @param {{ message: import("./api.js").Message }} props */
export function Deeds({ message }) {
  const text = useText();
  return html`
    <div class="deeds">
      <button type="button" onClick=${() => replyTo(message)}><${Icon} name="reply" />${text("message.reply")}</button>
      ${
        message.mine &&
        html`<button type="button" onClick=${() => edit(message)}><${Icon} name="edit" />${text("message.edit")}</button>`
      }
      <${Menu} label=${text("message.react")} icon="smile" className="emoji">
        ${EMOJI.map((emoji) => html`<button type="button" key=${emoji} onClick=${() => react(message, emoji)}>${picture(emoji)}</button>`)}
      <//>
    </div>
  `;
}
