import { perform, say } from "./actions.js";
import { jump, open } from "./navigation.js";
import { toast } from "./notices.js";
import { store } from "./store.js";
import { text } from "./texts.js";

/**
 * Does what a link does in Telegram: opens the bot, goes to a message, or else leaves for a page in a tab of its own.
 * @param {string} address
 */
export async function followLink(address) {
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : undefined;
  if (!url) return;
  if (url.hostname !== "t.me") return void window.open(url, "_blank", "noopener");

  const [first, ...rest] = url.pathname.split("/").filter(Boolean);
  if (first === "c") return jump(Number(`-100${rest[0]}`), Number(rest.at(-1)));
  if (url.searchParams.has("startgroup")) return toast(text("chat.startgroup"));
  await start(url.searchParams.get("start") ?? undefined);
}

/** Opens the private chat with the bot and presses Start there. @param {string} [payload] */
export async function start(payload) {
  const { as } = store.get();
  await open(as, as);
  if (payload !== undefined || store.get().data?.chat?.canStart) {
    await perform({ do: "start", ...(payload === undefined ? {} : { payload }) });
  }
}

/** A click inside a message's own text: a link, or a command. @param {MouseEvent} event */
export function clickInText(event) {
  const target = /** @type {Element} */ (event.target);
  const command = target.closest("[data-command]");
  const link = target.closest("a[href]");
  if (!command && !link) return;

  event.preventDefault();
  if (command) say(command.textContent ?? "");
  else followLink(link?.getAttribute("href") ?? "");
}

const COMMAND = /(?<=^|\s)\/[a-z][a-z0-9_]{0,31}(?:@\w+)?(?![\w/])/g;

/** Turns the commands in a message's text into buttons that send them, as Telegram does. @param {HTMLElement} element */
export function markCommands(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!node.parentElement?.closest("a, code, pre, [data-command]")) found.push(node);
  }
  for (const node of found) {
    for (const match of [...node.data.matchAll(COMMAND)].reverse()) wrap(node, match.index, match[0]);
  }
}

/** @param {Text} node @param {number} at @param {string} command */
function wrap(node, at, command) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "command";
  button.dataset.command = command;
  const rest = node.splitText(at);
  rest.data = rest.data.slice(command.length);
  button.textContent = command;
  rest.before(button);
}
