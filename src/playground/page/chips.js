import { say } from "./actions.js";
import { focusInput, setDraft } from "./drafts.js";
import { html } from "./html.js";
import { store, useStore } from "./store.js";
import { useText } from "./texts.js";

/** Prepared texts for this person here: a press puts one into the input. @param {{ data: import("./store.js").Seen }} props */
export function Chips({ data }) {
  const text = useText();
  const editing = useStore((state) => state.editing);
  if (!data.ready?.length || editing) return null;

  const take = (/** @type {import("./api.js").Ready} */ ready) => {
    const answered = data.messages.find((message) => message.id === ready.replyTo);
    if (answered) store.set({ reply: answered });
    setDraft(ready.text);
    focusInput();
  };

  return html`
    <div class="chips" role="group" aria-label=${text("write.ready")}>
      ${data.ready.map((ready) => html`<button type="button" key=${ready.label} title=${ready.text} onClick=${() => take(ready)}>${ready.label}</button>`)}
    </div>
  `;
}

/** The bot's own keyboard, under the input: each key says its text. @param {{ messages: import("./api.js").Message[] }} props */
export function Keyboard({ messages }) {
  const rows = messages.findLast((message) => message.keyboard)?.keyboard;
  if (!rows?.length) return null;

  return html`
    <div class="keyboard">
      ${rows.map(
        (row, index) => html`
          <div class="button-row" key=${index}>
            ${row.map((words) => html`<button type="button" key=${words} class="quiet" onClick=${() => say(words)}>${words}</button>`)}
          </div>
        `,
      )}
    </div>
  `;
}
