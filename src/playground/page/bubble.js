import { Attached, Foot, Head, Words } from "./bubble-parts.js";
import { Avatar } from "./icons.js";
import { Keys } from "./keys.js";
import { MessageTools } from "./message-tools.js";
import { classes, html } from "./view.js";

/** One message with everything that hangs on it. */
export const Bubble = ({ s, m, first, last }) => {
  const group = s.server.chat.type !== "private";
  const kind = classes(
    "line",
    m.mine ? "mine" : "theirs",
    first && "first",
    last && "last",
    m.ephemeral && "ephemeral",
  );
  return html`<li
    class=${kind}
    id=${`m${m.id}`}
    data-testid=${`message-${m.id}`}
    data-from=${m.from.name}
    data-from-id=${m.from.id}
    data-bot=${String(!!m.from.bot)}
  >
    ${group && !m.mine && html`<${Avatar} id=${m.from.id} name=${m.from.name} bot=${m.from.bot} />`}
    <div class="stack">
      <article class="bubble">
        <${Head} s=${s} m=${m} named=${group && first && !m.mine} />
        <${Attached} s=${s} m=${m} />
        <${Words} m=${m} />
        <${Foot} s=${s} m=${m} />
      </article>
      <${Keys} s=${s} m=${m} />
    </div>
    <${MessageTools} s=${s} m=${m} />
  </li>`;
};
