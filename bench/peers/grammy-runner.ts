import { run, sequentialize } from "@grammyjs/runner";
import { Bot } from "grammy";
import { apiRoot, token } from "./given.ts";
import { createBot } from "./grammy-bot.ts";

const bot = new Bot(token, { client: { apiRoot } });
bot.use(sequentialize((ctx) => String(ctx.chat?.id)));
bot.use(createBot());
run(bot);
