import { Bot, GrammyError, InputFile, webhookCallback } from "grammy";
import { answerTo, type Open } from "./wire-client.ts";

type AnyApi = Record<string, (params: object) => Promise<unknown>>;

/** grammY. */
export const openGrammy: Open = (token, apiRoot) => {
  const bot = new Bot(token, { client: { apiRoot } });
  bot.on("message:text", (ctx) =>
    ctx.reply(answerTo.message(ctx.from.first_name, ctx.msg.text), answerTo.more),
  );
  bot.on("callback_query:data", (ctx) => ctx.answerCallbackQuery(answerTo.press(ctx.callbackQuery.data)));
  const api = bot.api.raw as unknown as AnyApi;

  return {
    call: async (method, params) => (method === "getMe" ? bot.api.getMe() : api[method]?.(params)),
    upload: async (method, chat_id, bytes) =>
      api[method]?.({ chat_id, [method.slice(4).toLowerCase()]: new InputFile(bytes, "titik.png") }),
    refusal(error) {
      if (!(error instanceof GrammyError)) throw error;
      return { code: error.error_code, words: error.description, wait: error.parameters.retry_after };
    },
    poll: () =>
      new Promise((resolve, reject) => {
        bot.start({ onStart: () => resolve(() => bot.stop()) }).catch(reject);
      }),
    hook: (secretToken) => webhookCallback(bot, "http", { secretToken }),
  };
};
