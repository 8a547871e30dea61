import { focusInput, plainOf } from "./drafts.js";
import { dismissReply } from "./force-reply.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { store, useStore } from "./store.js";
import { useText } from "./texts.js";

/** What is answered, or changed, with the way back. */
export function ReplyBar() {
  const text = useText();
  const reply = useStore((state) => state.reply);
  const editing = useStore((state) => state.editing);
  const message = editing ?? reply;
  if (!message) return null;

  return html`
    <div class="reply-bar" data-testid="reply-bar">
      <${Icon} name=${editing ? "edit" : "reply"} />
      <span class="row-words">
        <b>${editing ? text("write.editing") : text("write.replying", { name: message.from.name })}</b>
        <small>${plainOf(message) || message.document?.name || text("message.photo")}</small>
      </span>
      <button type="button" class="round" data-testid="reply-cancel" aria-label=${text("write.cancel")} title=${text("write.cancel")} onClick=${cancel}>
        <${Icon} name="close" />
      </button>
    </div>
  `;
}

/** Answers and changes nothing after all. */
export function cancel() {
  dismissReply(store.get());
  store.set({ reply: undefined, editing: undefined, sendError: undefined });
  focusInput();
}
