import { setTimeout as sleep } from "node:timers/promises";
import { describe } from "vitest";
import { canMakeDisks } from "../support/disk.ts";
import { endure, testOnDisk, testOnServer } from "../support/shaky.ts";
import { tell } from "../support/tell.ts";

/** For how long the server is away, each time, in milliseconds: also longer than the right to deliver lasts. */
const AWAY = [100, 500, 1_000, 2_000, 6_000];

for (const how of ["fast", "immediate"] as const) {
  testOnServer(
    `PostgreSQL stopped (-m ${how}) under load and started again costs nothing`,
    async ({ killable, place: { server } }) => {
      await endure(killable, `PostgreSQL stopped -m ${how} ${AWAY.length} times`, async () => {
        for (const away of AWAY) {
          await sleep(2_000 + Math.random() * 500);
          await server.stop(how);
          await sleep(away);
          await server.start();
        }
        await sleep(2_000);
      });
    },
  );
}

const CUTS = 40;

testOnServer("connections cut under load cost nothing", async ({ killable, place: { server } }) => {
  await endure(killable, `connections cut ${CUTS} times`, async () => {
    for (let n = 0; n < CUTS; n++) {
      await sleep(Math.random() * 600);
      await server.cut(n % 2 === 0 ? "half" : "all");
    }
  });
});

/** How long the disk is full, and how long it has room again, in milliseconds. */
const [FULL, ROOMY] = [4_000, 3_000];
const canFill = canMakeDisks();
if (!canFill) tell("A full disk is not proved here: only root can make a small one.");

describe.skipIf(!canFill)("a disk that is full under load costs nothing", () => {
  for (const journal of ["here", "elsewhere"] as const) {
    testOnDisk(journal)(`with the server's own journal ${journal}`, async ({ killable, place }) => {
      const { disk, server } = place;
      let ended = 0;
      await endure(killable, `disk full twice, journal ${journal}`, async () => {
        for (let n = 0; n < 2; n++) {
          await sleep(ROOMY);
          disk.fill();
          await sleep(FULL);
          disk.free();
          if (!server.running()) ended++;
          await server.start();
        }
        await sleep(ROOMY);
      });
      tell(`the server ended by itself ${ended} times, and was started again`);
    });
  }
});
