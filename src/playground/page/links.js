import { focusInput } from "./compose.js";
import { notice } from "./notice.js";
import { go } from "./places.js";
import { patchPlace, placeOf, state } from "./store.js";
import { perform, send } from "./talk.js";

/** Opens a link as a chat app would: the bot's and a chat's own links stay on this page. */
export const follow = (url) => {
  const link = new URL(url, location.href);
  if (link.host === "t.me") return followHere(link);
  if (/^https?:$/.test(link.protocol)) window.open(link, "_blank", "noopener,noreferrer");
};

const followHere = async (link) => {
  const [first, chat, message] = link.pathname.slice(1).split("/");
  if (first === "c") return jump(Number(`-100${chat}`), Number(message));
  if (link.searchParams.has("startgroup")) return notice({ key: "group" });
  if (link.searchParams.has("start")) await perform({ do: "start", payload: link.searchParams.get("start") });
  if (first === "lumbung_bot") return go(state.as, state.as);
  window.open(link, "_blank", "noopener,noreferrer");
};

/** Shows a message, in whatever chat it is. */
export const jump = (chat, message) => {
  if (state.server.chats.some((one) => one.id === chat)) return go(state.as, chat, message);
  const name = state.server.people.find((one) => one.id === state.as).name;
  notice({ key: "not.member", args: { name } });
};

/** A press inside a message's words: links, commands, mentions. */
export const pressWords = (event) => {
  const link = event.target.closest("a[href]");
  const mention = event.target.closest(".mention");
  const quote = event.target.closest("blockquote[expandable]");
  if (quote && !link) quote.classList.toggle("unfolded");
  if (!link && !mention) return;
  event.preventDefault();
  if (link) return follow(link.getAttribute("href"));
  const text = mention.textContent;
  if (text.startsWith("/")) return send(text);
  patchPlace("drafts", `${state.drafts[placeOf()] ?? ""}${text} `);
  focusInput();
};
