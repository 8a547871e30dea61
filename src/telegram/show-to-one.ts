import type { Due } from "../outbox/due.ts";
import type { Sent } from "../outbox/mouth.ts";
import { Refused } from "../outbox/outcome.ts";
import type { Said } from "../sayings.ts";
import type { Call } from "./api.ts";
import { type Brush, common, drawn, localeFor } from "./draw.ts";
import { markup, startLink } from "./keyboard.ts";
import { words } from "./words.ts";

const NOTHING: Sent = { messageId: undefined, more: false };

/** What one member of a group sees and nobody else; the person it is for is the row's. */
export type ShowToOne = (row: Due, said: Said) => Promise<() => Promise<Sent>>;

/**
 * Shows something to one member of a group. Its buttons stay behind: what they would change is no message that can be
 * found again, so one of them opens the private chat. A server that does not know of it would show it to everybody, so
 * it is asked first, by a call that changes nothing.
 */
export function createShowToOne(call: Call, brush: Brush): ShowToOne {
  let known: boolean | undefined;
  const isKnown = async (where: object) => {
    known ??= await call("editEphemeralMessageText", { ...where, ephemeral_message_id: 0, text: "" }).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Refused) || error.code === 429 || error.code >= 500) throw error;
        return error.code !== 404;
      },
    );
    return known;
  };

  return async (row, said) => {
    const { app } = brush;
    const to = await app.db.person.findUniqueOrThrow({ where: { id: row.personId ?? 0 } });
    const door = markup(
      { rows: [[{ label: "openPrivate", url: linkOf(said, brush) }]] },
      await localeFor(app, row),
    );
    const { reply_markup: _, ...payload }: { reply_markup?: unknown } = await drawn(brush, row, said);
    const receiver = { receiver_user_id: Number(to.telegramId) };
    const topic = row.topicId ? { message_thread_id: row.topicId } : {};
    return async () => {
      if (!(await isKnown({ chat_id: Number(row.telegramId), ...receiver })))
        return instead(call, brush, row);
      const shown = { ...payload, ...topic, reply_markup: door, ephemeral_message_parameters: receiver };
      return call("sendMessage", shown).then(
        () => NOTHING,
        (error: unknown) => {
          if (!(error instanceof Refused) || error.code === 429 || error.code >= 500 || error.migrateTo)
            throw error;
          return instead(call, brush, row);
        },
      );
    };
  };
}

/** An idea is opened at once; anything else has to be asked for again. */
const linkOf = ({ args }: Said, { bot }: Brush) => startLink(bot, "code" in args ? `i_${args.code}` : "");

/** What the row says for that case: a door for who typed, nothing for who pressed. */
async function instead(call: Call, brush: Brush, row: Due): Promise<Sent> {
  const { said } = (row.otherwise ?? {}) as { said?: Said };
  if (!said) return NOTHING;
  const locale = await localeFor(brush.app, row);
  await call("sendMessage", {
    ...common(row, words(said, locale)),
    ...(row.topicId ? { message_thread_id: row.topicId } : {}),
    ...(row.replyTo
      ? { reply_parameters: { message_id: row.replyTo, allow_sending_without_reply: true } }
      : {}),
    reply_markup: markup({ rows: [[{ label: "openPrivate", url: startLink(brush.bot) }]] }, locale),
  });
  return NOTHING;
}
