import type { App } from "../app.ts";
import type { Due, Stale } from "../outbox/due.ts";
import { Refused } from "../outbox/outcome.ts";
import type { Mouth } from "../outbox/round.ts";
import type { Said } from "../sayings.ts";
import type { Api } from "./api.ts";
import { views } from "./cards.ts";
import { type At, type Keyboard, markup } from "./keyboard.ts";
import { keyboards } from "./keyboards.ts";
import { type Locale, localeOf, words } from "./words.ts";

const SIGNS: Record<string, string> = { noted: "✍", seen: "👀" };

/** The bot's mouth: turns rows of the outbox into calls. */
export function createMouth(app: App, { call }: Api, bot: { username: string }): Mouth {
  const drawn = async (what: Due | Stale, said: Said) => {
    const locale = await localeFor(app, what);
    const at: At = { bot, group: what.group };
    const keyboard = keyboards[said.key] as ((args: unknown, at: At) => Keyboard) | undefined;
    return {
      chat_id: Number(what.telegramId),
      text: words(said, locale),
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      ...(keyboard ? { reply_markup: markup(keyboard(said.args, at), locale) } : {}),
    };
  };
  const saidBy = async (what: { view: string | null; aboutId: number | null; personId: number | null }) => {
    const view = what.view ? views[what.view] : undefined;
    return view && what.aboutId
      ? view(app.db, what.aboutId, { now: app.clock.now(), personId: what.personId })
      : undefined;
  };

  return {
    probe: () => call("getMe", {}, { timeout: 5_000 }),
    async send(row) {
      if (row.kind === "reaction") return reactTo(call, row);
      const said =
        (row.view ? await saidBy(row) : undefined) ??
        (row.view ? undefined : ({ key: row.key, args: row.args } as Said));
      if (!said) return undefined;
      const payload = await drawn(row, said);
      if (row.kind === "edit") {
        await call("editMessageText", { ...payload, message_id: row.replyTo });
        return undefined;
      }
      const sent = await post(call, row, payload);
      if (row.pin) await pin(call, { chat_id: Number(row.telegramId), message_id: sent });
      return sent;
    },
    async draw(card) {
      const said = await saidBy(card);
      if (!said) return;
      await call("editMessageText", { ...(await drawn(card, said)), message_id: card.messageId });
    },
  };
}

async function post(call: Api["call"], row: Due, payload: object): Promise<number> {
  const where = {
    ...(row.topicId ? { message_thread_id: row.topicId } : {}),
    ...(row.replyTo
      ? { reply_parameters: { message_id: row.replyTo, allow_sending_without_reply: true } }
      : {}),
    ...(row.silent ? { disable_notification: true } : {}),
  };
  const send = (more: object) => call<{ message_id: number }>("sendMessage", { ...payload, ...more });
  const sent = await send(where).catch((error: unknown) => {
    if (!(error instanceof Refused && /thread not found/i.test(error.message))) throw error;
    return send({ ...where, message_thread_id: undefined });
  });
  return sent.message_id;
}

/** A sign on a message. Where it may not be, or the message is gone, its absence is no loss. */
async function reactTo(call: Api["call"], { telegramId, replyTo, key }: Due) {
  const reaction = [{ type: "emoji", emoji: SIGNS[key] ?? "👍" }];
  await call("setMessageReaction", { chat_id: Number(telegramId), message_id: replyTo, reaction }).catch(
    (error) => {
      if (!(error instanceof Refused) || error.code === 429 || error.code >= 500) throw error;
    },
  );
  return undefined;
}

/** Pins where the bot may; elsewhere the message stands as it is. */
const pin = (call: Api["call"], payload: object) =>
  call("pinChatMessage", { ...payload, disable_notification: true }).catch(() => undefined);

async function localeFor({ db, defaults }: App, { personId, chatId }: Due | Stale): Promise<Locale> {
  const person = personId ? await db.person.findUnique({ where: { id: personId } }) : undefined;
  if (person) return localeOf(person.locale, defaults.locale);
  const chat = await db.chat.findUnique({ where: { id: chatId }, include: { lab: true } });
  return localeOf(chat?.locale ?? chat?.lab?.locale, defaults.locale);
}
