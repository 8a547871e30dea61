import { cancel, focusInput } from "./compose.js";
import { Icon } from "./icons.js";
import { plain } from "./plain.js";
import { patchPlace, placeOf } from "./store.js";
import { send } from "./talk.js";
import { words } from "./texts.js";
import { html } from "./view.js";

/** What is being replied to or edited, and the way out of it. */
export const Context = ({ s }) => {
  const edited = s.edits[placeOf()];
  const m = edited ?? s.replies[placeOf()];
  if (!m) return null;
  const title = edited ? words(s.lang, "editing") : words(s.lang, "replyTo", { name: m.from.name });
  return html`<div class="context" data-testid="context">
    <${Icon} name=${edited ? "edit" : "reply"} />
    <span class="two"><strong>${title}</strong><small>${plain(m)}</small></span>
    <button class="round" aria-label=${words(s.lang, "cancel")} title=${words(s.lang, "cancel")} onClick=${cancel}>
      <${Icon} name="close" />
    </button>
  </div>`;
};

/** Why what stands in the input was not sent. */
export const Problem = ({ s }) => {
  const problem = s.problems[placeOf()];
  if (!problem) return null;
  const text = problem.key
    ? words(s.lang, problem.key)
    : words(s.lang, "refused", { error: problem.refused });
  return html`<p class="problem" role="alert">${text}</p>`;
};

/** Texts that a person of the example could write here, as chips. */
export const Ready = ({ s }) => {
  const texts = (s.server.ready ?? []).filter((one) => one.text !== s.drafts[placeOf()]);
  if (texts.length === 0) return null;
  const fill = ({ text, replyTo }) => {
    patchPlace("drafts", text);
    const m = s.server.messages.find((one) => one.id === replyTo);
    if (m) patchPlace("replies", m);
    focusInput();
  };
  return html`<div class="ready" role="group" aria-label=${words(s.lang, "ready")}>
    ${texts.map((one) => html`<button key=${one.label} class="chip" onClick=${() => fill(one)}>${one.label}</button>`)}
  </div>`;
};

/** The answers that the bot offers instead of typing. */
export const Keyboard = ({ s }) => {
  const rows = s.server.messages.findLast((m) => m.keyboard)?.keyboard;
  if (!rows?.length) return null;
  return html`<div class="keyboard" role="group" aria-label=${words(s.lang, "keyboard")}>
    ${rows.map(
      (row, at) => html`<div key=${at} class="keys-row">
        ${row.map((text) => html`<button key=${text} class="plain" onClick=${() => send(text)}>${text}</button>`)}
      </div>`,
    )}
  </div>`;
};
