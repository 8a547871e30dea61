import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { findBinaries } from "../src/postgres/binaries.ts";
import { withClient } from "../src/postgres/ensure-database.ts";
import { readPostmaster } from "../src/postgres/postmaster.ts";
import { runAs } from "../src/postgres/run-as.ts";
import { type Postgres, startPostgres } from "../src/postgres/start-postgres.ts";

const FAST = { fsync: "off" };
const START = new URL("../src/postgres/start-postgres.ts", import.meta.url);

let made: string;
let home: string;
let children: ChildProcess[];
let servers: Postgres[];

/** Joins or starts the server in `dataDir`, and leaves it after the test. */
const start = async (dataDir = home) => {
  const server = await startPostgres({ dataDir, settings: FAST });
  servers.push(server);
  return server;
};

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), "lumbung-postgres-"));
  await (await startPostgres({ dataDir: made, settings: FAST })).stop();
});

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "lumbung-postgres-"));
  children = [];
  servers = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(home, { recursive: true, force: true });
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

/** Puts a data folder into `home`, which is quicker than having it made. */
const prepare = () => cpSync(made, home, { recursive: true });

/** Tells servers apart: the id of the server that is asked, and what it says its zone is. */
const ask = (server: Postgres) =>
  withClient(server.url("postgres"), async (client) => {
    const { rows } = await client.query(
      "SELECT pg_postmaster_start_time()::text AS born, current_setting('timezone') AS zone",
    );
    return rows[0] as { born: string; zone: string };
  });

/** Another process that uses the server in `home` until it is told to leave. */
async function anotherProcess() {
  const code = `
    const { startPostgres } = await import(${JSON.stringify(START.href)});
    const server = await startPostgres({ dataDir: ${JSON.stringify(home)}, settings: { fsync: "off" } });
    process.send("ready");
    process.once("message", () => server.stop().then(() => process.exit()));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", 2, 2, "ipc"],
  });
  children.push(child);
  await once(child, "message");
  const end = async (tell: () => void) => {
    tell();
    await once(child, "exit");
  };

  return { leave: () => end(() => child.send("leave")), killed: () => end(() => child.kill("SIGKILL")) };
}

describe("the embedded PostgreSQL", () => {
  test.each(['ruang data, "Kepulauan Tanimbar" é', "x".repeat(120)])(
    "runs in the folder %s",
    async (name) => {
      const server = await start(join(home, name));

      expect((await ask(server)).zone).toBe("UTC");
      await server.stop();
      await expect(ask(server)).rejects.toThrow("ENOENT");
    },
  );

  test("is taken over from a process that was killed, and stopped by its heir", async () => {
    prepare();
    const dead = await anotherProcess();
    const { born } = await ask(await start());
    await dead.killed();

    const heir = await start();
    expect((await ask(heir)).born).toBe(born);
  });

  test("is stopped by the last process that leaves, not by the first", async () => {
    const [one, two] = await Promise.all([anotherProcess(), anotherProcess()]);
    const mine = await start();
    await Promise.all([one.leave(), mine.stop()]);
    await ask(mine);

    await two.leave();
    await expect(ask(mine)).rejects.toThrow("ENOENT");
  });

  test("starts when the file of a server that is gone names a process that lives", async () => {
    prepare();
    await (await start()).stop();
    const stale = [process.pid, join(home, "postgres"), 1, 5432, ".", "", "5432001 98765", "ready   ", ""];
    writeFileSync(join(home, "postgres", "postmaster.pid"), stale.join("\n"));

    await ask(await start());
  });

  test("is started again when it was killed while it is used, and not once it was stopped", async () => {
    prepare();
    const server = await start();
    const { born } = await ask(server);
    const pid = () => readPostmaster(join(home, "postgres"))?.pid;
    const first = pid();
    process.kill(first as number, "SIGKILL");
    await vi.waitFor(async () => expect((await ask(server)).born).not.toBe(born), { timeout: 20_000 });
    expect(pid()).not.toBe(first);

    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(pid()).toBeUndefined();
  });

  test("starts when the server itself was killed", async () => {
    prepare();
    const server = await start();
    const pid = Number.parseInt(readFileSync(join(home, "postgres", "postmaster.pid"), "utf8"), 10);
    process.kill(pid, "SIGKILL");
    await server.stop();

    await ask(await start());
  });

  test("is refused where somebody whom nobody here can see answers in its folder", async () => {
    prepare();
    const stranger = createServer().listen(join(home, "postgres", ".s.PGSQL.5432"));
    await once(stranger, "listening");
    await expect(start()).rejects.toThrow("in use by a PostgreSQL that this process cannot see");
    stranger.close();
    await ask(await start());
  });

  test("is joined when somebody started it by hand, under another name of the folder", async () => {
    prepare();
    const dir = join(home, "postgres");
    const binaries = await findBinaries();
    const { before, as } = runAs(dir, binaries);
    const [program = "", ...args] = [...before, binaries.postgres, "-D", "../postgres"];
    const byHand = [...args, "-c", "listen_addresses=", "-c", "unix_socket_directories=."];
    children.push(spawn(program, byHand, { ...as, cwd: dir, stdio: "ignore" }));
    await expect.poll(() => readPostmaster(dir)?.ready, { timeout: 10_000 }).toBe(true);
    const pid = readPostmaster(dir)?.pid;

    await ask(await start());
    expect(readPostmaster(dir)?.pid).toBe(pid);
  });

  test("is stopped also when somebody removed the mark that it is used", async () => {
    prepare();
    const server = await start();
    rmSync(join(home, "postgres.users"), { recursive: true });

    await server.stop();
    await expect(ask(server)).rejects.toThrow("ENOENT");
  });

  test("serves those who come while others leave", async () => {
    prepare();
    for (let round = 0; round < 3; round++) {
      const turns = Array.from({ length: 5 }, async () => {
        const server = await start();
        await ask(server);
        await server.stop();
      });
      await Promise.all(turns);
    }
  });
});

describe("says what to change", () => {
  const data = () => join(home, "postgres");

  test("when the folder holds something else", async () => {
    mkdirSync(data());
    writeFileSync(join(data(), "notes.txt"), "mine");

    await expect(start()).rejects.toThrow(
      /postgres holds something that is not a PostgreSQL data folder: move it away/,
    );
  });

  test("when the folder is of another version", async () => {
    mkdirSync(data());
    writeFileSync(join(data(), "PG_VERSION"), "17\n");

    await expect(start()).rejects.toThrow(
      /was made by PostgreSQL 17, and this is PostgreSQL 18: set DATABASE_URL/,
    );
  });

  test("when a file is in the way", async () => {
    writeFileSync(data(), "");

    await expect(start()).rejects.toThrow(/postgres is not a folder: move that file away/);
  });

  test("when the server refuses to start", async () => {
    prepare();
    const wrong = startPostgres({ dataDir: home, settings: { ...FAST, shared_buffers: "lots" } });

    await expect(wrong).rejects.toThrow(/PostgreSQL did not start in .*: .*FATAL.*shared_buffers.*lots/);
  });

  test("when there is no PostgreSQL for the system", async () => {
    await expect(findBinaries("sunos", "x64")).rejects.toThrow("set DATABASE_URL to a PostgreSQL server");
    await expect(findBinaries("win32", "x64")).rejects.toThrow("set DATABASE_URL to a PostgreSQL server");
  });
});
