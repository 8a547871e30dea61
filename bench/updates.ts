import { setTimeout as sleep } from "node:timers/promises";
import { type Kind, ours, peers } from "./bots.ts";
import { GROUPS, ideaOf } from "./groups.ts";
import { median, residentOf } from "./measure.ts";
import { figure, type Row, times } from "./row.ts";
import { openSite, type Running, type Site } from "./site.ts";

const ROUNDS = 3;
/** What a call of the Bot API takes, in milliseconds. */
const LATENCY = 20;
const REST = 1_500;
/** More ideas than anybody stores in the time. */
const IDEAS = 12_000;
const WARM = 700;
const SPAN = 3_000;

type Run = { start: number; rest: number | undefined; load: number | undefined; rate: number };

/** Ideas that come in as fast as each bot takes them: how many it stores a second, and what it needs for that. */
export async function benchUpdates(): Promise<Row[]> {
  const site = await openSite(() => LATENCY);
  const runs = new Map<Kind, Run[]>([ours, ...peers].map((kind) => [kind, []]));
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const [kind, all] of runs) all.push(await measure(site, kind));
  } finally {
    await site.close();
  }
  return rowsOf(new Map([...runs].map(([kind, all]) => [kind, medians(all)])));
}

export async function measure(site: Site, kind: Kind): Promise<Run> {
  const bot = await site.start(kind);
  try {
    await sleep(REST);
    const rest = residentOf(bot.pid());
    site.telegram.send(Array.from({ length: IDEAS }, (_, n) => ideaOf(n)));
    const rate = await rateOf(bot);
    return { start: bot.ms, rest, load: residentOf(bot.pid()), rate };
  } finally {
    await bot.end();
  }
}

/** Ideas a second, once it is under way. */
async function rateOf({ kept }: Running): Promise<number> {
  while ((await kept()).all === 0) await sleep(20);
  await sleep(WARM);
  const before = await kept();
  const from = performance.now();
  await sleep(SPAN);
  const after = await kept();
  if (after.all === IDEAS) throw new Error("there were too few ideas");
  return ((after.all - before.all) * 1000) / (performance.now() - from);
}

const medians = (runs: Run[]): Run => ({
  start: median(runs.map(({ start }) => start)),
  rest: median(runs.map(({ rest }) => rest ?? Number.NaN)),
  load: median(runs.map(({ load }) => load ?? Number.NaN)),
  rate: median(runs.map(({ rate }) => rate)),
});

function rowsOf(all: Map<Kind, Run>): Row[] {
  const mine = all.get(ours);
  const others = [...all].filter(([kind]) => kind !== ours);
  const side = (what: string, unit: string, of: (run: Run) => number | undefined): Row[] =>
    others.map(([{ name }, run]) => ({
      what,
      ours: figure(mine && of(mine), unit),
      theirs: `${name} ${figure(of(run), unit)}`,
      ratio: times(mine && of(mine), of(run)),
    }));
  return [
    ...side(`ideas stored a second, ${GROUPS} groups, a call takes ${LATENCY} ms`, "", ({ rate }) => rate),
    ...side("start to the first updates", "ms", ({ start }) => start),
    ...side("memory at rest (RSS)", "MB", ({ rest }) => rest),
    ...side("memory under that load (RSS)", "MB", ({ load }) => load),
  ];
}
