import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { token } from "../src/playground/people.ts";
import { startPostgres } from "../src/postgres/start-postgres.ts";
import { type Bench, openBench } from "./ground.ts";
import { percentile, proportionalOf, residentOf } from "./measure.ts";
import { figure, type Row } from "./row.ts";

const PEOPLE = 200;
const PER_SECOND = 20;
const SECONDS = 15;
const REST = 10_000;
const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** The bot as it is run, in a process of its own, on a real embedded PostgreSQL, over the emulator. */
export async function benchBot(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-bench-"));
  const ground = await openBench(PEOPLE);
  const rows: Figure[] = [];
  try {
    rows.push(...(await measureStart(dataDir)));
    const { bot, ms } = await startBot(ground, dataDir);
    rows.push(["bot's process, start to its first updates", ms, "ms", undefined]);
    try {
      rows.push(...(await measureBot(ground, { bot, dataDir })));
    } finally {
      bot.kill("SIGTERM");
      await once(bot, "exit");
    }
  } finally {
    await ground.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return rows.map(([what, value, unit, reach]) => ({
    ...{ what, ours: figure(value, unit) },
    ...(reach === undefined ? {} : { reach: `< ${figure(reach, unit)}` }),
  }));
}

type Figure = readonly [what: string, value: number | undefined, unit: string, target: number | undefined];

/** How long PostgreSQL takes to start: the first time, with a new folder, and the second. */
async function measureStart(dataDir: string): Promise<Figure[]> {
  const time = async () => {
    const from = performance.now();
    const server = await startPostgres({ dataDir });
    const ms = performance.now() - from;
    await server.stop();
    return ms;
  };
  const first = await time();
  return [
    ["PostgreSQL, first start", first, "ms", undefined],
    ["PostgreSQL, second start", await time(), "ms", undefined],
  ];
}

/** Starts the bot for real, and measures until it has taken the updates that wait for it. */
async function startBot(ground: Bench, dataDir: string): Promise<{ bot: ChildProcess; ms: number }> {
  ground.world.addBot(ground.group, ground.facilitator, true);
  const polled = ground.called("getUpdates");
  const greeted = ground.answered(ground.group);
  const from = performance.now();
  const bot = spawn(process.execPath, [...flags(), MAIN], {
    env: { BOT_TOKEN: token, TELEGRAM_API_ROOT: ground.url, DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "warn" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ms = (await Promise.race([polled, ended(bot)])) - from;
  await greeted;
  return { bot, ms };
}

/** The flags that `npm start` gives to Node. */
function flags(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return String(scripts.start)
    .split(" ")
    .filter((word) => word.startsWith("--"));
}

async function ended(bot: ChildProcess): Promise<never> {
  const [code] = await once(bot, "exit");
  throw new Error(`the bot ended with ${code}`);
}

async function measureBot(
  ground: Bench,
  { bot, dataDir }: { bot: ChildProcess; dataDir: string },
): Promise<Figure[]> {
  const pid = bot.pid ?? 0;
  const server = Number.parseInt(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10);
  await sleep(REST);
  const rest: Figure[] = [
    ["bot's memory at rest (RSS)", residentOf(pid), "MB", 150],
    ["PostgreSQL's memory at rest (PSS)", proportionalOf(server), "MB", undefined],
  ];
  const joined = await joinAll(ground);
  const latencies = await load(ground);
  return [
    ...rest,
    [`${PEOPLE} people press Start at once: the last one is greeted`, joined / 1000, "s", PEOPLE / 28 + 2],
    [`answers to ${PER_SECOND} updates a second for ${SECONDS} s: how many`, latencies.length, "", undefined],
    ["… median", percentile(latencies, 0.5), "ms", undefined],
    ["… 95 of 100 within", percentile(latencies, 0.95), "ms", 150],
    ["… 99 of 100 within", percentile(latencies, 0.99), "ms", undefined],
    ["bot's memory after that (RSS)", residentOf(pid), "MB", 150],
    ["PostgreSQL's memory after that (PSS)", proportionalOf(server), "MB", undefined],
  ];
}

/** Everybody comes by the group's link, at the same moment; the answers keep Telegram's limit of 30 a second. */
async function joinAll({ world, people, facilitator, group, answered }: Bench): Promise<number> {
  const buttons = world.history(facilitator, group).flatMap(({ buttons = [] }) => buttons.flat());
  const door = buttons.find(({ url }) => url?.includes("start=g_"))?.url;
  const payload = new URL(door ?? "").searchParams.get("start") ?? "";
  const from = performance.now();
  const greetings = people.map((person) => answered(person));
  for (const person of people) world.start(person, payload);
  return Math.max(...(await Promise.all(greetings))) - from;
}

/** Milliseconds from each update to its answer. */
async function load({ world, people, answered }: Bench): Promise<number[]> {
  const answers: Promise<number>[] = [];
  const began = performance.now();
  for (let n = 0; n < PER_SECOND * SECONDS; n++) {
    await sleep(Math.max(0, began + (n * 1000) / PER_SECOND - performance.now()));
    const person = people[n % people.length] ?? 0;
    const from = performance.now();
    answers.push(answered(person).then((at) => at - from));
    world.say(person, person, n % 2 === 0 ? "/bantuan" : `/ide Gagasan nomor ${n} untuk pulau kami`);
  }
  return Promise.all(answers);
}
