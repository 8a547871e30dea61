import { perform } from "./actions.js";
import { GROUP } from "./cast.js";
import { html } from "./html.js";
import { Avatar } from "./icons.js";
import { open } from "./navigation.js";
import { Unread } from "./people.js";
import { store, useStore } from "./store.js";
import { useText } from "./texts.js";
import { hourOf } from "./when.js";

/** The chats of whom I am, the one with the bot even before it was opened. */
export function Chats() {
  const text = useText();
  const data = useStore((state) => state.data);
  if (!data) return null;
  const me = data.people.find((person) => person.id === data.as);
  const lines = data.chats.some((line) => line.id === data.as)
    ? data.chats
    : [...data.chats, unopened(data.as)];

  return html`
    <section aria-labelledby="chats-title">
      <h2 id="chats-title">${text("chats.title", { name: me?.name ?? "" })}</h2>
      <ul class="rows">
        ${lines.map((line) => html`<li key=${line.id}><${Line} line=${line} data=${data} /></li>`)}
      </ul>
      ${
        !data.chats.some((line) => line.type === "group") &&
        html`<button type="button" class="quiet wide" onClick=${join}>${text("chats.join")}</button>`
      }
    </section>
  `;
}

/** @param {number} id @returns {import("./api.js").ChatLine} */
const unopened = (id) => ({ id, title: "Lumbung", type: "private", unread: 0 });

async function join() {
  await perform({ do: "join", chat: GROUP });
  await open(store.get().as, GROUP);
}

/** @param {{ line: import("./api.js").ChatLine, data: import("./store.js").Seen }} props */
function Line({ line, data }) {
  const text = useText();
  const chat = useStore((state) => state.chat);
  const lang = useStore((state) => state.lang);
  const { last } = line;
  const choose = () => {
    store.set({ drawerOpen: false });
    open(data.as, line.id);
  };

  return html`
    <button
      type="button"
      class="row chat-line"
      data-testid=${`chat-${line.id}`}
      aria-current=${String(chat === line.id)}
      onClick=${choose}
    >
      <${Avatar} id=${line.id} name=${line.title} bot=${line.type === "private"} />
      <span class="row-words">
        <span class="row-top"><b>${line.title}</b>${last && html`<time>${hourOf(last.date, { lang, zone: data.zone })}</time>`}</span>
        <small>
          ${last ? html`${line.type === "group" && html`<i>${nameOf(last.from)}: </i>`}${last.text}` : text(line.type === "private" ? "chats.never" : "chats.empty")}
        </small>
      </span>
      <${Unread} count=${line.unread} />
    </button>
  `;
}

/** @param {string | import("./api.js").Sender} from */
export const nameOf = (from) => (typeof from === "string" ? from : from.name);
