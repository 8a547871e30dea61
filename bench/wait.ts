import { setTimeout as sleep } from "node:timers/promises";
import { type Kind, ours, peers, telegraf } from "./bots.ts";
import { groupId, inGroup, inPrivate, personId } from "./groups.ts";
import { median } from "./measure.ts";
import { figure, type Row, times } from "./row.ts";
import { openSite, type Site } from "./site.ts";

const ROUNDS = 3;
const TIMES = 2;
/** What Telegram takes to say who somebody is in chat A, and for any other call; in milliseconds. */
const LONG = 2_000;
const LATENCY = 20;
/** So many ideas come before, that all code has run once. */
const WARM = 8;
const WHO = "getChatMember";

/** How long chat B waits for its answer while the handler of chat A waits for Telegram. */
export async function benchWait(): Promise<Row[]> {
  const site = await openSite(({ method }) => (method === WHO ? LONG : LATENCY));
  const waits = new Map<Kind, number[]>([ours, ...peers].map((kind) => [kind, []]));
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const [kind, all] of waits) all.push(...(await measureWaits(site, kind)));
  } finally {
    await site.close();
  }
  return rowsOf(new Map([...waits].map(([kind, all]) => [kind, median(all)])));
}

/** Milliseconds, some times. */
export async function measureWaits(site: Site, kind: Kind): Promise<number[]> {
  const bot = await site.start(kind);
  try {
    for (let n = 0; n < WARM; n++) await askPrivately(site, n);
    const all: number[] = [];
    for (let n = 0; n < TIMES; n++) {
      const looked = site.telegram.next(({ method }) => method === WHO);
      const answered = site.telegram.next(isAnswer(groupId(0)));
      site.telegram.send([inGroup(0, { n, writer: n, text: "/start pintu" })]);
      await looked;
      all.push(await askPrivately(site, WARM + n));
      await answered;
    }
    return all;
  } finally {
    await bot.end();
  }
}

const isAnswer =
  (to: number) =>
  ({ method, chat }: { method: string; chat: number }) =>
    method === "sendMessage" && chat === to;

/** Milliseconds until somebody's idea is answered. */
async function askPrivately({ telegram }: Site, n: number): Promise<number> {
  const person = personId(1 + n, 0);
  const answered = telegram.next(isAnswer(person));
  const from = performance.now();
  telegram.send([inPrivate(person, { n, text: "/ide Antrean puskesmas lewat pesan singkat" })]);
  const { at } = await answered;
  await sleep(3 * LATENCY); // Its own call ends too.
  return at - from;
}

function rowsOf(all: Map<Kind, number>): Row[] {
  const mine = all.get(ours);
  const what = "chat B's idea stored and answered while chat A's handler waits 2 s";
  return [...all]
    .filter(([kind]) => kind !== ours)
    .map(([kind, wait]) => ({
      ...{ what, ours: figure(mine, "ms"), theirs: `${kind.name} ${figure(wait, "ms")}` },
      ...{ ratio: times(mine, wait), reach: kind === telegraf ? "≤ 0.01 ×" : "≤ 1 × the best" },
    }));
}
