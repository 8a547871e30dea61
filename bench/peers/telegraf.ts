// biome-ignore lint/style/noRestrictedImports: a peer as it is
import { Telegraf } from "telegraf";
import { apiRoot, keep, noted, token, welcome } from "./given.ts";

const bot = new Telegraf(token, { telegram: { apiRoot } });
bot.command("ide", async (ctx) => {
  await keep({ chat: ctx.chat.id, author: ctx.from.id, text: ctx.payload });
  await ctx.reply(noted);
});
bot.start(async (ctx) => {
  await ctx.getChatMember(ctx.from.id);
  await ctx.reply(welcome);
});
await bot.launch();
