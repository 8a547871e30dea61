import { perform } from "./actions.js";
import { plainOf } from "./drafts.js";
import { html } from "./html.js";
import { Avatar, Icon } from "./icons.js";
import { Menu } from "./menu.js";
import { become, jump } from "./navigation.js";
import { store } from "./store.js";
import { useText } from "./texts.js";

/** @param {{ data: import("./store.js").Seen }} props */
export function ChatHeader({ data }) {
  const text = useText();
  const { chat } = data;
  if (!chat) return null;
  const count = typeof chat.members === "number" ? chat.members : (chat.members?.length ?? 0);

  return html`
    <header class="chat-header">
      <${Avatar} id=${chat.id} name=${chat.title} bot=${chat.type === "private"} />
      <div class="row-words">
        <h1>${chat.title}</h1>
        <small>${chat.type === "private" ? text("chat.bot") : text("chat.members", { count })}</small>
      </div>
      <${Menu} label=${text("chat.more")} icon="more">
        ${chat.type === "private" ? html`<${PrivateDeeds} chat=${chat} />` : html`<${GroupDeeds} as=${data.as} />`}
      <//>
    </header>
  `;
}

/** @param {{ chat: import("./api.js").OpenChat }} props */
function PrivateDeeds({ chat }) {
  const text = useText();
  const deed = chat.blocked ? "unblock" : "block";
  return html`<button type="button" disabled=${chat.canStart && !chat.blocked} onClick=${() => perform({ do: deed })}>${text(`chat.${deed}`)}</button>`;
}

/** @param {{ as: number }} props */
function GroupDeeds({ as }) {
  const text = useText();
  const leave = async () => {
    if (await perform({ do: "leave" })) await become(as);
  };
  return html`
    <button type="button" onClick=${() => perform({ do: "addBot" })}>${text("chat.add")}</button>
    <button type="button" onClick=${() => perform({ do: "removeBot" })}>${text("chat.remove")}</button>
    <button type="button" onClick=${leave}>${text("chat.leave")}</button>
  `;
}

/** The bar of the newest pinned message, which it leads to. @param {{ messages: import("./api.js").Message[] }} props */
export function Pinned({ messages }) {
  const text = useText();
  const pinned = messages.findLast((message) => message.pinned);
  if (!pinned) return null;

  return html`
    <button type="button" class="pinned" onClick=${() => jump(store.get().chat ?? 0, pinned.id)}>
      <${Icon} name="pin" />
      <span class="row-words"><b>${text("message.pinned")}</b><small>${plainOf(pinned)}</small></span>
    </button>
  `;
}
