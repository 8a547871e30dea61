import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { account } from "./account.ts";
import { type Disk, makeDisk } from "./disk.ts";
import { type Killable, type Place, test } from "./killable.ts";
import { openLoad } from "./load.ts";
import { type Separate, startSeparate } from "./separate-postgres.ts";
import { comeToRest, misses } from "./tally.ts";
import { tellAccount, tellDone } from "./tell.ts";

/** A store whose server is there to be troubled. */
export type Shaky = Place & { server: Separate };

const placed = <P extends Shaky>(make: () => Promise<P>) =>
  test.extend<{ place: P }>({
    place: async ({}, use) => {
      const place = await make();
      await use(place);
      await place.drop();
    },
  });

export const testOnServer = placed<Shaky>(async () => {
  const server = await startSeparate();
  return { url: server.url, server, drop: server.close };
});

/** Room for a server that has just begun and not much more, in megabytes. */
const ROOM = 110;

/** On a small disk, with the server's own journal there as well, or elsewhere. Only root can make one. */
export const testOnDisk = (journal: "here" | "elsewhere") =>
  placed<Shaky & { disk: Disk }>(async () => {
    const disk = makeDisk(ROOM);
    const aside = mkdtempSync(join(tmpdir(), "lumbung-journal-"));
    const more = journal === "elsewhere" ? { journal: join(aside, "journal") } : {};
    const server = await startSeparate({ dir: disk.dir, ...more });
    return {
      ...{ url: server.url, server, disk },
      async drop() {
        await server.close();
        disk.remove();
        rmSync(aside, { recursive: true, force: true });
      },
    };
  });

/** Two bots, of which one delivers, and people who go on while `trouble` is made; then all is looked through. */
export async function endure(killable: Killable, what: string, trouble: () => Promise<unknown>) {
  const quiet = { level: "silent" } as const;
  await killable.start(await killable.door(), quiet);
  await killable.start(await killable.door(), quiet);
  const load = await openLoad(killable, { quarters: 6, every: 100 });
  await trouble();
  await load.end();
  await comeToRest(killable);
  const became = await account(killable);
  tellDone(what, load.done);
  tellAccount(what, became);
  expect(await misses(killable, load.done)).toEqual([]);
  expect(became.wrong).toEqual([]);
  // Nobody was killed, and Telegram was there all the time: nothing is said twice.
  expect(became.cutAfterTaken).toBe(0);
}
