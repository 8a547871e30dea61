import { bad } from "../api-error.ts";
import type { Button, Markup } from "../bot-api.ts";
import { jsonOf, type Params } from "../params.ts";

const deeds = [
  "callback_data",
  "url",
  "login_url",
  "web_app",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "copy_text",
  "callback_game",
  "pay",
];

/** The keyboard of a call, checked as Telegram checks it; nothing for none or an empty one. */
export function markupIn(params: Params): Markup | undefined {
  const markup = jsonOf<Markup>(params, "reply_markup");
  if (markup === undefined) return undefined;
  if (typeof markup !== "object" || markup === null) throw bad("object expected as reply markup");
  if (markup.inline_keyboard === undefined) return markup.keyboard ? keyboard(markup) : markup;
  const rows = rowsOf(markup.inline_keyboard).map((row) => row.map(checked));
  const filled = rows.filter((row) => row.length > 0);
  return filled.length === 0 ? undefined : { inline_keyboard: filled };
}

function rowsOf<B>(rows: B[][]): B[][] {
  if (!Array.isArray(rows) || rows.some((row) => !Array.isArray(row)))
    throw bad("can't parse inline keyboard markup: an Array of Arrays is expected");
  if (rows.flat().length > 100) throw bad("REPLY_MARKUP_TOO_LONG");
  return rows;
}

function checked(button: Button): Button {
  if (typeof button !== "object" || button === null || typeof button.text !== "string")
    throw bad('can\'t parse inline keyboard button: Field "text" must be of type String');
  if (button.text.trim() === "") throw bad("can't parse inline keyboard button: text is empty");
  const named = deeds.filter((deed) => deed in button);
  if (named.length === 0)
    throw bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  if (button.callback_data !== undefined) checkData(button.callback_data);
  if (button.url !== undefined) checkUrl(button.url);
  if (button.style !== undefined && !["primary", "success", "danger"].includes(button.style))
    throw bad("can't parse inline keyboard button: invalid button style specified");
  return button;
}

function checkData(data: string) {
  const bytes = typeof data === "string" ? Buffer.byteLength(data) : 0;
  if (bytes < 1 || bytes > 64) throw bad("BUTTON_DATA_INVALID");
}

function checkUrl(url: string) {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  const good = URL.canParse(full) && ["http:", "https:", "tg:", "ton:"].includes(new URL(full).protocol);
  if (!good) throw bad(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
}

/** A keyboard's keys may be plain words. */
function keyboard(markup: Markup): Markup {
  const rows = rowsOf(markup.keyboard as ({ text: string } | string)[][]);
  return { ...markup, keyboard: rows.map((row) => row.map(keyOf)) };
}

function keyOf(key: { text: string } | string) {
  const text = typeof key === "string" ? key : key?.text;
  if (typeof text !== "string" || text === "") throw bad("can't parse keyboard button: text is empty");
  return typeof key === "string" ? { text } : key;
}
