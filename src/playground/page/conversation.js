import { setNetwork } from "./actions.js";
import { ChatHeader, Pinned } from "./chat-header.js";
import { Composer } from "./composer.js";
import { html } from "./html.js";
import { Messages } from "./messages.js";
import { useStore } from "./store.js";
import { useText } from "./texts.js";
import { Toast } from "./toast.js";

/** The chat that is open, at a phone's width. */
export function Conversation() {
  const text = useText();
  const data = useStore((state) => state.data);
  const chat = useStore((state) => state.chat);
  const as = useStore((state) => state.as);
  const online = useStore((state) => state.online);
  const seen = data?.as === as && data.asked === chat ? data : undefined;

  return html`
    <main class="phone">
      ${
        seen &&
        html`
          <${ChatHeader} data=${seen} />
          <${Pinned} messages=${seen.messages} />
        `
      }
      ${!online && html`<p class="line lost" role="alert">${text("line.lost")}</p>`}
      ${
        online &&
        data?.networkCut &&
        html`<p class="line" role="status">
          ${text("line.cut")} <button type="button" class="link" onClick=${() => setNetwork(false)}>${text("line.restore")}</button>
        </p>`
      }
      <${Toast} />
      ${seen ? html`<${Messages} key=${`${as}:${chat}`} data=${seen} />` : html`<div class="messages-frame"></div>`}
      ${seen && html`<${Composer} data=${seen} />`}
    </main>
  `;
}
