import { Bot } from "node-telegram-bot-api";
import { run } from "node-telegram-bot-api/node";
import { apiRoot, keep, noted, token, welcome } from "./given.ts";

const bot = new Bot(token, { apiRoot });
bot.command("ide", async (ctx) => {
  await keep({ chat: ctx.chat?.id ?? 0, author: ctx.from?.id, text: String(ctx.match) });
  await ctx.reply(noted);
});
bot.command("start", async (ctx) => {
  await ctx.api.getChatMember({ chat_id: ctx.chat?.id ?? 0, user_id: ctx.from?.id ?? 0 });
  await ctx.reply(welcome);
});
await run(bot);
