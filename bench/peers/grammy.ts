import { createBot } from "./grammy-bot.ts";

await createBot().start();
