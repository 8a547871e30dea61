import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import type { Due, Stale } from "../outbox/due.ts";
import type { Said } from "../sayings.ts";
import { views } from "./cards.ts";
import { endable, formUnder } from "./form-under.ts";
import { type At, type Keyboard, markup } from "./keyboard.ts";
import { keyboards } from "./keyboards.ts";
import { type Locale, localeOf, words } from "./words.ts";

/** What is needed to put a row into words. */
export type Brush = { app: App; bot: { username: string } };

/** What a card shows now. */
export async function seen(app: App, what: Pick<Due | Stale, "view" | "aboutId" | "personId">) {
  const view = what.view ? views[what.view] : undefined;
  if (!view || !what.aboutId) return undefined;
  return view(app.db as Db, what.aboutId, { now: app.clock.now(), personId: what.personId });
}

/** One message, shortened where it would be too long. */
export async function drawn({ app, bot }: Brush, what: Due | Stale, said: Said) {
  const locale = await localeFor(app, what);
  const form = await formUnder(app.db, what);
  return {
    ...common(what, words(said, locale)),
    ...buttonsOf(said, { bot, group: what.group, locale, form }),
  };
}

export const common = ({ telegramId }: Due | Stale, text: string) => ({
  chat_id: Number(telegramId),
  text,
  parse_mode: "HTML",
  link_preview_options: { is_disabled: true },
});

type Where = At & { locale: Locale; form?: number | undefined };

/** What is under a sentence; under an open question (`form`) also the press that ends it. */
export function buttonsOf({ key, args }: Said, { locale, form, ...at }: Where) {
  const draw = keyboards[key] as ((args: unknown, at: At) => Keyboard) | undefined;
  const keyboard = endable(draw?.(args, at), form);
  return keyboard ? { reply_markup: markup(keyboard, locale) } : {};
}

/** The language of whoever reads it: a person's, a group's, a lab's. */
export async function localeFor({ db, defaults }: App, { personId, chatId }: Due | Stale): Promise<Locale> {
  const person = personId ? await db.person.findUnique({ where: { id: personId } }) : undefined;
  if (person) return localeOf(person.locale, defaults.locale);
  const chat = await db.chat.findUnique({ where: { id: chatId }, include: { lab: true } });
  return localeOf(chat?.locale ?? chat?.lab?.locale, defaults.locale);
}
