import { useLayoutEffect, useRef } from "preact/hooks";
import { send } from "./actions.js";
import { Chips, Keyboard } from "./chips.js";
import { CommandMenu, Suggestions } from "./commands.js";
import { currentDraft, edit, setDraft } from "./drafts.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { start } from "./links.js";
import { cancel, ReplyBar } from "./reply-bar.js";
import { useStore } from "./store.js";
import { useText } from "./texts.js";

/** @typedef {{ data: import("./store.js").Seen }} Props */

/** Where one writes; before a private chat is opened, the Start button. @param {Props} props */
export function Composer({ data }) {
  const text = useText();
  const error = useStore((state) => state.sendError);
  if (data.chat?.canStart) {
    const label = text(data.chat.blocked ? "chat.restart" : "chat.start");
    return html`<div class="composer"><button type="button" class="main start" data-testid="start" onClick=${() => start()}>${label}</button></div>`;
  }

  return html`
    <div class="composer">
      ${error && html`<p class="send-error" role="alert">${error}</p>`}
      <${Suggestions} data=${data} />
      <${Chips} data=${data} />
      <${ReplyBar} />
      <${Form} data=${data} />
      <${Keyboard} messages=${data.messages} />
    </div>
  `;
}

/** @param {Props} props */
function Form({ data }) {
  const text = useText();
  const draft = useStore(currentDraft);
  const editing = useStore((state) => state.editing);
  const reply = useStore((state) => state.reply);
  const sending = useStore((state) => state.sending);
  const input = useGrowing(draft);
  const name = data.people.find((person) => person.id === data.as)?.name ?? "";
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    send();
  };

  return html`
    <form class="write" onSubmit=${submit}>
      <${CommandMenu} data=${data} />
      <textarea
        id="input"
        data-testid="input"
        rows="1"
        ref=${input}
        aria-label=${text("write.label")}
        placeholder=${reply?.forceReply?.placeholder ?? text("write.as", { name })}
        value=${draft}
        enterkeyhint="send"
        onInput=${(/** @type {any} */ event) => setDraft(event.currentTarget.value)}
        onKeyDown=${(/** @type {KeyboardEvent} */ event) => key(event, data)}
      ></textarea>
      <button class="send" data-testid="send" aria-busy=${String(sending)} disabled=${!draft.trim()} aria-label=${text(editing ? "write.save" : "write.send")} title=${text(editing ? "write.save" : "write.send")}>
        <${Icon} name=${editing ? "check" : "send"} />
      </button>
    </form>
  `;
}

/** @param {KeyboardEvent} event @param {import("./store.js").Seen} data */
function key(event, data) {
  if (event.isComposing) return;
  const empty = /** @type {HTMLTextAreaElement} */ (event.currentTarget).value === "";
  const own = data.messages.findLast((message) => message.mine && !message.service);

  if (event.key === "Enter" && !event.shiftKey) send();
  else if (event.key === "Escape") cancel();
  else if (event.key === "ArrowUp" && empty && own) edit(own);
  else return;
  event.preventDefault();
}

/** An input as high as what is in it; the style sheet sets the limit. @param {string} words */
function useGrowing(words) {
  const input = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useLayoutEffect(() => {
    const element = input.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [words]);
  return input;
}
