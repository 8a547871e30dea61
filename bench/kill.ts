import { setTimeout as sleep } from "node:timers/promises";
import { type Kind, ours, peers } from "./bots.ts";
import { ideaOf } from "./groups.ts";
import type { Row } from "./row.ts";
import { openSite, type Running, type Site } from "./site.ts";

const KILLS = 3;
/** When a kill comes, in milliseconds after the bot has begun to store. */
const SOONEST = 50;
const LATEST = 800;
/** So many updates wait at any time while the load lasts. */
const WAITING = 300;
/** Nothing more comes when nothing came for so long, in milliseconds. */
const QUIET = 2_500;
const LATENCY = 20;

export type Losses = { sent: number; lost: number; again: number };

/** Ideas come in without a pause; the bot is killed at random moments and started again: what is missing, what is there twice. */
export async function benchKill(): Promise<Row[]> {
  const site = await openSite(() => LATENCY);
  const rows: Row[] = [];
  try {
    const mine = await measureLosses(site, ours);
    for (const peer of peers) {
      const theirs = await measureLosses(site, peer);
      rows.push({
        what: `ideas lost, and stored twice, by ${KILLS} × kill -9 under load`,
        ours: told(mine),
        theirs: `${peer.name} ${told(theirs)}`,
        reach: "0 lost",
      });
    }
  } finally {
    await site.close();
  }
  return rows;
}

const told = ({ sent, lost, again }: Losses) => `${lost} and ${again} of ${sent}`;

export async function measureLosses({ telegram, start }: Site, kind: Kind): Promise<Losses> {
  const bot = await start(kind);
  let sent = 0;
  const feed = setInterval(() => {
    const more = Math.max(0, WAITING - telegram.waiting());
    telegram.send(Array.from({ length: more }, () => ideaOf(sent++)));
  }, 5);
  try {
    for (let n = 0; n < KILLS; n++) {
      await moved(bot);
      await sleep(SOONEST + Math.random() * (LATEST - SOONEST));
      await bot.restart();
    }
    clearInterval(feed);
    const { all, different } = await settled(bot, sent);
    return { sent, lost: sent - different, again: all - different };
  } finally {
    clearInterval(feed);
    await bot.end();
  }
}

/** Waits until something is stored. */
async function moved({ kept }: Running) {
  const before = (await kept()).all;
  while ((await kept()).all === before) await sleep(20);
}

/** Waits until all is there, or nothing more comes. */
async function settled({ kept }: Running, sent: number) {
  let last = await kept();
  for (let since = performance.now(); performance.now() - since < QUIET; ) {
    await sleep(50);
    const now = await kept();
    if (now.different === sent) since -= QUIET / 10; // Something may still come twice.
    if (now.all > last.all) since = performance.now();
    last = now;
  }
  return last;
}
