import { Bot } from "grammy";
import { apiRoot, keep, noted, token, welcome } from "./given.ts";

/** The same bot for each way that grammY can be run. */
export function createBot() {
  const bot = new Bot(token, { client: { apiRoot } });
  bot.command("ide", async (ctx) => {
    await keep({ chat: ctx.chat.id, author: ctx.from?.id, text: ctx.match });
    await ctx.reply(noted);
  });
  bot.command("start", async (ctx) => {
    await ctx.getChatMember(ctx.from?.id ?? 0);
    await ctx.reply(welcome);
  });
  return bot;
}
