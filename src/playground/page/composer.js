import { useLayoutEffect, useRef } from "preact/hooks";
import { AttachButton } from "./attach.js";
import { CommandButton, CommandList, onCommandKey } from "./command-list.js";
import { cancel, edit } from "./compose.js";
import { Context, Keyboard, Problem, Ready } from "./composer-parts.js";
import { Icon } from "./icons.js";
import { go } from "./places.js";
import { patch, patchPlace, placeOf } from "./store.js";
import { perform, send } from "./talk.js";
import { words } from "./texts.js";
import { html } from "./view.js";

/** Where one writes; in a private chat never opened, the button that opens it. */
export const Composer = ({ s, here }) => {
  const chat = here ? s.server.chat : undefined;
  if (chat?.canStart || chat?.blocked)
    return html`<footer class="composer">
      <button class="primary large start" data-testid="start" onClick=${() => perform({ do: "start" })}>
        ${words(s.lang, "start")}
      </button>
    </footer>`;
  if (chat?.movedTo)
    return html`<footer class="composer">
      <button class="primary large" data-testid="follow" onClick=${() => go(s.as, chat.movedTo)}>
        ${words(s.lang, "moved.follow")}
      </button>
    </footer>`;
  return html`<footer class="composer">
    <${Problem} s=${s} />
    ${here && html`<${Ready} s=${s} />`}
    <${CommandList} s=${s} />
    <${Context} s=${s} />
    <form class="write" onSubmit=${submit}>
      <${CommandButton} s=${s} />
      <${AttachButton} s=${s} />
      <${Input} s=${s} />
      <${SendButton} s=${s} />
    </form>
    ${here && html`<${Keyboard} s=${s} />`}
  </footer>`;
};

const submit = (event) => {
  event.preventDefault();
  send();
};

const SendButton = ({ s }) => {
  const label = words(s.lang, s.edits[placeOf()] ? "save" : "sendIt");
  const empty = !(s.drafts[placeOf()] ?? "").trim();
  return html`<button class="round send" data-testid="send" aria-label=${label} title=${label} disabled=${empty}>
    <${Icon} name=${s.edits[placeOf()] ? "check" : "send"} />
  </button>`;
};

const Input = ({ s }) => {
  const field = useRef();
  const draft = s.drafts[placeOf()] ?? "";
  const name = s.server.people.find((one) => one.id === s.as)?.name;
  const asked = s.replies[placeOf()]?.forceReply?.placeholder;

  useLayoutEffect(() => {
    field.current.style.height = "auto";
    field.current.style.height = `${Math.min(field.current.scrollHeight, 160)}px`;
  }, [draft]);

  return html`<textarea
    id="input"
    data-testid="input"
    ref=${field}
    rows="1"
    maxlength="4096"
    enterkeyhint="send"
    aria-label=${words(s.lang, "input")}
    placeholder=${asked ?? words(s.lang, "write", { name })}
    value=${draft}
    onInput=${(event) => patchPlace("drafts", event.currentTarget.value)}
    onKeyDown=${(event) => onKey(s, event)}
  />`;
};

const onKey = (s, event) => {
  if (event.isComposing || onCommandKey(s, event)) return;
  if (event.key === "Escape") {
    cancel();
    patch({ commandsOpen: false });
  }
  if (event.key === "Enter" && !event.shiftKey) submit(event);
  if (event.key !== "ArrowUp" || event.currentTarget.value) return;
  const last = s.server.messages.findLast((m) => m.mine && m.text);
  if (!last) return;
  event.preventDefault();
  edit(last);
};
