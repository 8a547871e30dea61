import { Bot } from "gramio";
import { apiRoot, keep, noted, token, welcome } from "./given.ts";

const bot = new Bot(token, { api: { baseURL: `${apiRoot}/bot` } })
  .command("ide", async (ctx) => {
    await keep({ chat: ctx.chat.id, author: ctx.from?.id, text: ctx.args ?? "" });
    await ctx.reply(noted);
  })
  .command("start", async (ctx) => {
    await ctx.bot.api.getChatMember({ chat_id: ctx.chat.id, user_id: ctx.from?.id ?? 0 });
    await ctx.send(welcome);
  });
await bot.start();
