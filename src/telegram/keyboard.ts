import type { Said } from "../sayings.ts";
import type { Locale } from "./words.ts";
import { words } from "./words.ts";

/** A button under a message: its words, and the press that it is (a route's name and values), or a link. */
export type Button = {
  label: string;
  args?: Record<string, string | number>;
  press?: readonly [name: string, ...values: (string | number)[]];
  url?: string;
};

/** What is under a message: rows of buttons, or a wish for an answer (ForceReply), with a hint in the empty field. */
export type Keyboard = { rows: Button[][] } | { ask: string };

/** What the keyboard of a sentence may know besides its args. */
export type At = { bot: { username: string }; group: boolean };

/** In a group, where the bot hears only what answers it, the question wishes for an answer; in private it need not. */
export const inGroups = ({ group }: At, ask: string): Keyboard => (group ? { ask } : { rows: [] });

/** Which sentence has which keyboard. */
export type Keyboards = {
  [K in Said["key"]]?: (args: Extract<Said, { key: K }>["args"], at: At) => Keyboard;
};

/** A link that opens the private chat with the bot. */
export const startLink = (bot: { username: string }, payload = "") =>
  `https://t.me/${bot.username}${payload && `?start=${payload}`}`;

/** One page back, one page on; the press ends with the page's number, from 0. */
export function turnButtons(
  press: readonly [name: string, ...values: (string | number)[]],
  page: number,
  pages: number,
): Button[] {
  const to = (label: string, number: number): Button => ({ label, press: [...press, number - 1] });
  return [...(page > 1 ? [to("previous", page - 1)] : []), ...(page < pages ? [to("next", page + 1)] : [])];
}

/** The keyboard in Telegram's terms. Labels are sentences of the locale, `button.<label>`. */
export function markup(keyboard: Keyboard, locale: Locale) {
  const label = (name: string, args = {}) => plain(words({ key: `button.${name}`, args }, locale, 60));
  if ("ask" in keyboard) {
    return { force_reply: true, selective: true, input_field_placeholder: label(keyboard.ask).slice(0, 64) };
  }
  return {
    inline_keyboard: keyboard.rows
      .filter((row) => row.length > 0)
      .map((row) =>
        row.map(({ label: name, args, press, url }) => ({
          text: label(name, args),
          ...(press ? { callback_data: press.join(":") } : { url: url ?? "" }),
        })),
      ),
  };
}

const plain = (html: string) =>
  html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: "<", gt: ">", quot: '"' })[name] ?? "&");
