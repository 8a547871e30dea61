import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyMigrations } from "../../src/postgres/apply-migrations.ts";
import { ensureDatabase } from "../../src/postgres/ensure-database.ts";
import { startPostgres } from "../../src/postgres/start-postgres.ts";
import { type Place, test } from "./killable.ts";
import { startSeparate } from "./separate-postgres.ts";

/** A place whose server itself can be killed, as when the machine's power fails. */
type Mortal = Place & { killServer?: () => void };

/** The embedded server, in a folder, with all that it promises to the disk: the bot starts it, or joins it. */
async function embedded(): Promise<Mortal> {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-prove-"));
  const server = await startPostgres({ dataDir });
  const url = server.url("lumbung");
  await ensureDatabase(url);
  await applyMigrations(url);
  const pid = () => Number.parseInt(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10);
  return {
    ...{ url, given: { dataDir } },
    killServer: () => void process.kill(pid(), "SIGKILL"),
    async drop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function separate(): Promise<Mortal> {
  const { url, close } = await startSeparate();
  return { url, drop: close };
}

const placed = (make: () => Promise<Mortal>) =>
  test.extend<{ place: Mortal }>({
    place: async ({}, use) => {
      const place = await make();
      await use(place);
      await place.drop();
    },
  });

/** The same proofs run on each of these. */
export const places = { "the embedded server": placed(embedded), "a separate PostgreSQL": placed(separate) };
