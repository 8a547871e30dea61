import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { token } from "../src/playground/people.ts";
import { openBench } from "./ground.ts";
for (const [flags, env] of [[[],{}], [[],{NODE_COMPILE_CACHE:"/tmp/kb-cc2"}], [["--max-semi-space-size=2"],{NODE_COMPILE_CACHE:"/tmp/kb-cc2"}], [["--optimize-for-size"],{NODE_COMPILE_CACHE:"/tmp/kb-cc2"}]] as [string[], Record<string,string>][]) {
const dataDir = mkdtempSync("/tmp/kb-bench-");
  const g = await openBench(3);
  g.world.addBot(g.group, g.facilitator, true);
  const greeted = g.called("getUpdates");
  console.log(flags, env);
  const bot = spawn(process.execPath, ["--expose-gc","--import","/tmp/kb-pre.mjs",...flags,"src/main.ts"], { env: { BOT_TOKEN: token, TELEGRAM_API_ROOT: g.url, DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "warn", ...env }, stdio: "inherit" });
  await greeted;
  await sleep(9500);
  const maps = readFileSync(`/proc/${bot.pid}/smaps`, "utf8").split(/\n(?=[0-9a-f]+-[0-9a-f]+ )/).map((b) => ({ h: b.split("\n")[0]!, rss: Number(b.match(/Rss:\s+(\d+)/)?.[1] ?? 0) })).toSorted((a, b) => b.rss - a.rss).slice(0, 12);
  for (const { h, rss } of maps) console.log((rss / 1024).toFixed(1), h);
  bot.kill("SIGTERM"); await once(bot, "exit"); await g.close();
rmSync(dataDir, { recursive: true });
}
