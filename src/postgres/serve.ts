import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { type Launch, launch, type Settings } from "./launch.ts";
import { PostgresError } from "./postgres-error.ts";
import { listens, type Postmaster, readPostmaster } from "./postmaster.ts";
import { socketDir } from "./socket-dir.ts";

/** How long a start may take, with the repair after a crash, in milliseconds. */
const PATIENCE = 120_000;

/** The children of a killed server hold its socket until they notice; so long they may take, in milliseconds. */
const SURVIVORS = 3_000;

/** What a server says that met one which is just ending, or just starting: both pass. */
const PASSING = /pre-existing shared memory block|lock file .* (already exists|is empty)/;

/** Waits for the server of `dir`, and starts it whenever nobody runs there. */
export async function serve(dir: string, binaries: Binaries, settings: Settings): Promise<Postmaster> {
  const from = performance.now();
  let launched: Launch | undefined;
  while (performance.now() - from < PATIENCE) {
    const server = readPostmaster(dir);
    if (server?.ready && (await listens(server.socketDir))) return server;
    const failure = launched?.failure();
    if (failure && !PASSING.test(failure.message)) throw failure;
    const idle = !server && (!launched || failure);
    if (idle && (await listens(socketDir(dir))) && !readPostmaster(dir)) {
      if (performance.now() - from > SURVIVORS) throw stranger(dir);
    } else if (idle) launched = launch(dir, binaries, settings);
    await sleep(20);
  }
  throw new Error("it was not ready in time");
}

/** In two containers that share a folder, neither sees the other's processes, but both reach the socket. */
const stranger = (dir: string) =>
  new PostgresError(
    `${dir} is in use by a PostgreSQL that this process cannot see, such as in another container: stop that one, or set DATABASE_URL.`,
  );
