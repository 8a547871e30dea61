import type { Due } from "../outbox/due.ts";
import { Refused } from "../outbox/outcome.ts";
import type { Api } from "./api.ts";

/** Where its topic is gone or closed, a message goes to General. */
export const NO_TOPIC = /thread not found|TOPIC_(CLOSED|DELETED)/i;

/** Posts a message where its row says; what it is, `send` knows. Returns its id. */
export async function postWith(
  call: Api["call"],
  row: Due,
  send: (where: object) => Promise<{ message_id: number }>,
): Promise<number> {
  const where = {
    ...(row.topicId ? { message_thread_id: row.topicId } : {}),
    ...(row.replyTo && row.replyIn === row.telegramId
      ? { reply_parameters: { message_id: row.replyTo, allow_sending_without_reply: true } }
      : {}),
    ...(row.silent ? { disable_notification: true } : {}),
  };
  const { message_id: sent } = await send(where).catch((error: unknown) => {
    if (!(error instanceof Refused && NO_TOPIC.test(error.message))) throw error;
    return send({ ...where, message_thread_id: undefined });
  });
  if (row.pin) await pin(call, { chat_id: Number(row.telegramId), message_id: sent });
  return sent;
}

/** The same for words. */
export const post = (call: Api["call"], row: Due, payload: object) =>
  postWith(call, row, (where) => call("sendMessage", { ...payload, ...where }));

/** Pins where the bot may; elsewhere the message stands as it is. */
const pin = (call: Api["call"], payload: object) =>
  call("pinChatMessage", { ...payload, disable_notification: true }).catch(() => undefined);
