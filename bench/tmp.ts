import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { token } from "../src/playground/people.ts";
import { openBench } from "./ground.ts";
import { residentOf } from "./measure.ts";
const variants: Record<string, Record<string,string>> = {
  plain: {},
  cacheCold: { NODE_COMPILE_CACHE: "/tmp/kb-cc2" },
  cacheWarm: { NODE_COMPILE_CACHE: "/tmp/kb-cc2" },
  semi: { NODE_OPTIONS: "--max-semi-space-size=4" },
  cacheSemi: { NODE_COMPILE_CACHE: "/tmp/kb-cc2", NODE_OPTIONS: "--max-semi-space-size=2" },
  cacheOpt: { NODE_COMPILE_CACHE: "/tmp/kb-cc2", NODE_OPTIONS: "--max-old-space-size=128 --max-semi-space-size=2" },
  arena: { NODE_COMPILE_CACHE: "/tmp/kb-cc2", NODE_OPTIONS: "--max-semi-space-size=2", MALLOC_ARENA_MAX: "1" },
};
const dataDir = mkdtempSync("/tmp/kb-bench-");
for (const [name, env] of Object.entries(variants)) {
  const g = await openBench(3);
  g.world.addBot(g.group, g.facilitator, true);
  const greeted = g.called("getUpdates");
  const t = performance.now();
  const bot = spawn(process.execPath, ["src/main.ts"], { env: { BOT_TOKEN: token, TELEGRAM_API_ROOT: g.url, DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "warn", ...env }, stdio: "inherit" });
  await Promise.race([greeted, once(bot,"exit")]);
  const ms = performance.now() - t;
  await sleep(5000);
  const roll = readFileSync(`/proc/${bot.pid}/status`, "utf8").match(/Rss(Anon|File).*\d+/g);
  console.log(name, Math.round(ms), residentOf(bot.pid!), roll);
  bot.kill("SIGTERM"); console.log("term"); await once(bot, "exit"); console.log("exited"); await g.close(); console.log("closed");
}
rmSync(dataDir, { recursive: true });
