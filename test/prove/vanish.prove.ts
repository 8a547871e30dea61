import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { account } from "../support/account.ts";
import { gatherCrowd } from "../support/crowd.ts";
import type { Killable } from "../support/killable.ts";
import { openLoad } from "../support/load.ts";
import { places } from "../support/places.ts";
import { openReplicas, type Replicas } from "../support/replicas.ts";
import { comeToRest, misses } from "../support/tally.ts";
import { tell, tellAccount, tellDone, tellTakeovers } from "../support/tell.ts";

const CROWD = 400;
const TIMES = 3;
const EVERY = 3_000;
/** How fast another one has to be there, and how long a paused machine stands still; in milliseconds. */
const SOON = 5_000;
const STANDS = 9_000;

const test = places["a separate PostgreSQL"];
type Taken = Awaited<ReturnType<Replicas["takeover"]>>;

test("the machine that delivers is paused, and goes on later as if nothing had been", async ({
  killable,
}) => {
  const replicas = await openReplicas(killable, { size: 3 });
  await endure(killable, { what: "paused", replicas }, async () => {
    const { child } = replicas.bot(await deliverer(replicas));
    child.kill("SIGSTOP");
    const stopped = performance.now();
    const takeover = await replicas.takeover();
    await sleep(STANDS - (performance.now() - stopped));
    child.kill("SIGCONT");
    return takeover;
  });
});

test("the machine that delivers disappears from the network", async ({ killable }) => {
  const replicas = await openReplicas(killable, { size: 3, apart: true });
  await endure(killable, { what: "vanished", replicas }, async () => {
    const place = await deliverer(replicas);
    const bot = replicas.vanish(place);
    const takeover = await replicas.takeover();
    await replicas.startAt(place);
    await killable.kill(bot);
    return takeover;
  });
});

async function deliverer(replicas: Replicas): Promise<number> {
  for (;;) {
    const place = await replicas.deliverer();
    if (place >= 0) return place;
    await sleep(20);
  }
}

/** While people write and digests are due, somebody else goes on with all of it, once, each time. */
async function endure(
  killable: Killable,
  { what, replicas }: { what: string; replicas: Replicas },
  trouble: () => Promise<Taken>,
) {
  const load = await openLoad(killable, { quarters: 4, every: 300 });
  const crowd = await gatherCrowd(killable, CROWD);
  const takeovers: Taken[] = [];
  for (let n = 0; n < TIMES; n++) {
    if (n === 1) await crowd.fallDue();
    await sleep(EVERY);
    takeovers.push(await trouble());
  }
  await killable.until(async () => (await crowd.waiting()) === 0);
  await load.end();
  await comeToRest(killable);
  replicas.close();
  const became = await account(killable);
  tell(`${what} ${TIMES} times while ${CROWD} digests were due`);
  tell(`recipients by the number of times: ${JSON.stringify(crowd.times(killable.calls.taken()))}`);
  tellTakeovers(takeovers);
  tellDone(what, load.done);
  tellAccount(what, became);
  expect(await misses(killable, load.done)).toEqual([]);
  expect(became.wrong).toEqual([]);
  expect(killable.calls.tooFast()).toEqual([]);
  expect(Math.max(...takeovers.map(({ held }) => held))).toBeLessThan(SOON);
}
