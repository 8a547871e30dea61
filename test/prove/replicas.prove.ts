import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { account } from "../support/account.ts";
import { gatherCrowd } from "../support/crowd.ts";
import { openLoad } from "../support/load.ts";
import { places } from "../support/places.ts";
import { openReplicas } from "../support/replicas.ts";
import { comeToRest, misses } from "../support/tally.ts";
import { tell, tellAccount, tellDone, tellTakeovers } from "../support/tell.ts";

const CROWD = 2_000;
const EVERY = 3_000;
/** How fast another one has to be there, in milliseconds. */
const SOON = 5_000;

places["a separate PostgreSQL"](
  "three replicas, the one that delivers killed every 3 s while 2,000 digests fall due",
  async ({ killable }) => {
    const replicas = await openReplicas(killable, { size: 3 });
    const load = await openLoad(killable, { quarters: 2, every: 500 });
    const crowd = await gatherCrowd(killable, CROWD);
    const from = performance.now();
    await crowd.fallDue();
    await killable.until(async () => (await crowd.waiting()) > 0);

    const takeovers: { held: number; spoke: number }[] = [];
    while ((await crowd.waiting()) > 0) {
      const next = sleep(EVERY);
      const place = await replicas.deliverer();
      if (place >= 0) {
        await killable.kill(replicas.bot(place));
        takeovers.push(await replicas.takeover());
        await replicas.startAt(place);
      }
      await next;
    }
    const seconds = (performance.now() - from) / 1000;
    await load.end();
    await comeToRest(killable);
    replicas.close();

    const became = await account(killable);
    const taken = killable.calls.taken();
    tell(
      `${CROWD} digests due at once, ${takeovers.length} kills of the one that delivers, ${seconds.toFixed(0)} s`,
    );
    tell(
      `recipients by the number of times: ${JSON.stringify(crowd.times(taken))}; refused with 429: ${killable.calls.tooFast().length}`,
    );
    tellTakeovers(takeovers);
    tellDone("meanwhile by webhook", load.done);
    tellAccount("all", became);
    expect(await misses(killable, load.done)).toEqual([]);
    expect(became.wrong).toEqual([]);
    expect(became.givenUp).toBe(0);
    expect(killable.calls.tooFast()).toEqual([]);
    expect(Math.max(...takeovers.map(({ held }) => held))).toBeLessThan(SOON);
  },
);
