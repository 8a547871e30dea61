import { Bot, InputFile, TelegramApiError } from "node-telegram-bot-api";
import { createWebhookServer } from "node-telegram-bot-api/node";
import { answerTo, type Open } from "./wire-client.ts";

type AnyApi = Record<string, (params: object) => Promise<unknown>>;

/** node-telegram-bot-api. */
export const openNodeTelegram: Open = (token, apiRoot) => {
  const bot = new Bot(token, { apiRoot });
  bot.on("message", async (ctx) => {
    const { from, text } = ctx.message ?? {};
    if (from && text) await ctx.reply(answerTo.message(from.first_name, text), answerTo.more);
  });
  bot.on("callback_query", async (ctx) => {
    await ctx.answerCallbackQuery({ text: answerTo.press(ctx.callbackQuery?.data ?? "") });
  });
  const api = bot.api as unknown as AnyApi;

  return {
    call: async (method, params) => (method === "getMe" ? bot.api.getMe() : api[method]?.(params)),
    upload: async (method, chat_id, bytes) =>
      api[method]?.({
        chat_id,
        [method.slice(4).toLowerCase()]: new InputFile(bytes, { filename: "titik.png" }),
      }),
    refusal(error) {
      if (!(error instanceof TelegramApiError)) throw error;
      return { code: error.errorCode, words: error.description, wait: error.retryAfter };
    },
    async poll() {
      const ended = bot.startPolling();
      return () => {
        bot.stop();
        return ended;
      };
    },
    hook: (secretToken) => {
      const server = createWebhookServer(bot, { secretToken, path: "/hook" });
      return (request, response) => server.emit("request", request, response);
    },
  };
};
