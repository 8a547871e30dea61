import { Bot, MediaUpload, TelegramError, webhookHandler } from "gramio";
import { answerTo, type Open } from "./wire-client.ts";

type AnyApi = Record<string, (params: object) => Promise<unknown>>;

/** gramio. */
export const openGramio: Open = (token, root) => {
  const bot = new Bot(token, { api: { baseURL: `${root}/bot` } })
    .on("message", async (ctx) => {
      const { from, text } = ctx;
      if (from && text) await ctx.send(answerTo.message(from.firstName, text), answerTo.more);
    })
    .on("callback_query", (ctx) => ctx.answer(answerTo.press(ctx.data ?? "")));
  const api = bot.api as unknown as AnyApi;

  return {
    call: async (method, params) => api[method]?.(params),
    upload: async (method, chat_id, bytes) =>
      api[method]?.({ chat_id, [method.slice(4).toLowerCase()]: MediaUpload.buffer(bytes, "titik.png") }),
    refusal(error) {
      if (!(error instanceof TelegramError)) throw error;
      return { code: error.code, words: error.message, wait: error.payload?.retry_after };
    },
    async poll() {
      await bot.start();
      return () => bot.stop();
    },
    hook: (secret) => webhookHandler(bot, "http", secret),
  };
};
