import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { token } from "../src/playground/people.ts";

/** A bot to be measured, as it is usually set up. */
export type Kind = { name: string; file: string; flags: string[] };

const peer = (name: string, file: string): Kind => ({ name, file: `./peers/${file}.ts`, flags: [] });

/** The flags that `npm start` gives to Node. */
export function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return String(scripts.start)
    .split(" ")
    .filter((word) => word.startsWith("--"));
}

export const ours: Kind = { name: "Lumbung", file: "../src/main.ts", flags: startFlags() };

export const telegraf = peer("telegraf", "telegraf");

/** As their READMEs show it; the last one as grammY's shows how to be as careful as telegraf is. */
export const peers: Kind[] = [
  telegraf,
  peer("grammY `bot.start`", "grammy"),
  peer("grammY runner + sequentialize", "grammy-runner"),
  peer("node-telegram-bot-api", "node-telegram-bot-api"),
  peer("gramio", "gramio"),
  peer("grammY runner in batches", "grammy-batches"),
];

/** Where a bot finds Telegram, and its database or the folder of its own one. */
export type Where = { apiRoot: string; databaseUrl: string } | { apiRoot: string; dataDir: string };

/** Starts a bot in a process of its own. */
export function spawnBot({ file, flags }: Kind, where: Where): ChildProcess {
  const database = "dataDir" in where ? { DATA_DIR: where.dataDir } : { DATABASE_URL: where.databaseUrl };
  const env = { BOT_TOKEN: token, TELEGRAM_API_ROOT: where.apiRoot, ...database };
  return spawn(process.execPath, [...flags, fileURLToPath(new URL(file, import.meta.url))], {
    env: { ...env, PORT: "0", LOG_LEVEL: "warn" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Ends it as a power cut would. */
export async function kill(bot: ChildProcess) {
  if (bot.exitCode !== null || bot.signalCode !== null) throw new Error(`it had ended: ${bot.exitCode}`);
  const gone = once(bot, "exit");
  bot.kill("SIGKILL");
  await gone;
}
