import { focusInput } from "./compose.js";
import { patch, patchPlace, placeOf } from "./store.js";
import { send } from "./talk.js";
import { words } from "./texts.js";
import { classes, html } from "./view.js";

let chosen = -1;

/** The commands that fit what is typed; all of them when the menu was opened by its button. */
const fitting = (s) => {
  const commands = s.server.commands ?? [];
  const draft = s.drafts[placeOf()] ?? "";
  if (s.commandsOpen && !draft) return commands;
  if (!/^\/\w*$/.test(draft)) return [];
  return commands.filter(({ command }) => `/${command}`.startsWith(draft) && `/${command}` !== draft);
};

const pick = ({ command }) => {
  chosen = -1;
  patch({ commandsOpen: false });
  patchPlace("drafts", "");
  send(`/${command}`);
  focusInput();
};

/** The bot's commands above the input; a press sends one, as in any chat app. */
export const CommandList = ({ s }) => {
  const commands = fitting(s);
  if (commands.length === 0) return null;
  return html`<ul class="commands" id="commands" aria-label=${words(s.lang, "commands")}>
    ${commands.map(
      (one, at) => html`<li key=${one.command}>
        <button type="button" class=${classes(at === chosen && "chosen")} onClick=${() => pick(one)}>
          <b>/${one.command}</b> <span>${one.description}</span>
        </button>
      </li>`,
    )}
  </ul>`;
};

/** Opens and closes the list. */
export const CommandButton = ({ s }) => html`<button
  type="button"
  class="round slash"
  data-testid="commands"
  aria-label=${words(s.lang, "commands")}
  title=${words(s.lang, "commands")}
  aria-expanded=${String(s.commandsOpen)}
  onClick=${() => patch({ commandsOpen: !s.commandsOpen })}
>
  <span aria-hidden="true">/</span>
</button>`;

/** Arrows choose, Tab completes, Enter sends what was chosen; true when the key was for the list. */
export const onCommandKey = (s, event) => {
  const commands = fitting(s);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (commands.length === 0) chosen = -1;
  if (commands.length === 0 || (!step && !["Tab", "Enter"].includes(event.key))) return false;
  if (event.key === "Enter" && !commands[chosen]) return false;
  if (event.key === "Tab" && event.shiftKey) return false;
  event.preventDefault();
  if (step) chosen = (chosen + step + commands.length + (chosen < 0 && step < 0 ? 1 : 0)) % commands.length;
  if (event.key === "Enter") pick(commands[chosen]);
  if (event.key === "Tab") patchPlace("drafts", `/${(commands[chosen] ?? commands[0]).command} `);
  patch({});
  return true;
};
