import { say } from "./actions.js";
import { currentDraft, setDraft } from "./drafts.js";
import { html } from "./html.js";
import { Menu } from "./menu.js";
import { useStore } from "./store.js";
import { useText } from "./texts.js";

/** @typedef {{ command: string, description: string }} Command */

/** The bot's commands here, behind a "/"; a tap sends one. @param {{ data: import("./store.js").Seen }} props */
export function CommandMenu({ data }) {
  const text = useText();
  if (!data.commands?.length) return null;
  return html`
    <${Menu} label=${text("write.commands")} icon="slash" className="commands">
      ${data.commands.map((one) => html`<${Row} key=${one.command} one=${one} />`)}
    <//>
  `;
}

/** The commands that begin as what is written. @param {{ data: import("./store.js").Seen }} props */
export function Suggestions({ data }) {
  const draft = useStore(currentDraft);
  if (!/^\/\w*$/.test(draft)) return null;
  const fitting = data.commands?.filter(({ command }) => command.startsWith(draft.slice(1))) ?? [];
  if (fitting.length === 0) return null;
  return html`<div class="suggestions">${fitting.map((one) => html`<${Row} key=${one.command} one=${one} />`)}</div>`;
}

/** @param {{ one: Command }} props */
function Row({ one }) {
  const choose = () => {
    setDraft("");
    say(`/${one.command}`);
  };
  return html`<button type="button" class="command-row" onClick=${choose}><b>/${one.command}</b><span>${one.description}</span></button>`;
}
