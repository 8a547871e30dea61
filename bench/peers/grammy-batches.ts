import {
  createBatchSink,
  createRunner,
  createSource,
  createUpdateFetcher,
  sequentialize,
} from "@grammyjs/runner";
import { Bot } from "grammy";
import type { Update } from "grammy/types";
import { apiRoot, token } from "./given.ts";
import { createBot } from "./grammy-bot.ts";

/** A batch is worked off before the next one is asked for, which confirms it. */
const bot = new Bot(token, { client: { apiRoot } });
bot.use(sequentialize((ctx) => String(ctx.chat?.id)));
bot.use(createBot());
await bot.init();
const source = createSource({ supply: createUpdateFetcher(bot) });
const sink = createBatchSink<Update>({ consume: (update) => bot.handleUpdate(update) }, async (error) => {
  throw error;
});
createRunner(source, sink).start();
