import { hostname } from "node:os";
import type { App } from "../app.ts";

/**
 * How long a holder that says nothing keeps the lease, and how often it says something; in milliseconds. Both together
 * are how long nobody delivers after a machine has vanished.
 */
const LASTS = 3_000;
const RENEW = 1_000;

/** The right to deliver. `token` is there while this process has it; a statement that needs it checks it again. */
export type Lease = { token(): bigint | undefined; take(): Promise<void>; release(): Promise<void> };

/**
 * One process of many delivers. The database's own time decides, since machines disagree about theirs, and real
 * time it is also where the bot's clock was moved. A holder on this machine that died is followed at once. Where the
 * store was away the holder comes back first: it alone knows what it has sent meanwhile.
 */
export function openLease({ db, log, count }: Pick<App, "db" | "log" | "count">, name: string): Lease {
  const holder = `${hostname()}:${process.pid}:${crypto.randomUUID()}`;
  let held: { token: bigint; until: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let away = false;

  const take = async () => {
    const asked = performance.now();
    await db.$executeRaw`insert into "Lease" (name, holder, until) values (${name}, '', now()) on conflict do nothing`;
    const [row] = await db.$queryRaw<{ holder: string }[]>`select holder from "Lease" where name = ${name}`;
    const dead = row !== undefined && diedHere(row.holder);
    const [won] = await db.$queryRaw<{ token: bigint }[]>`
      update "Lease" set token = case when holder = ${holder} then token else token + 1 end, holder = ${holder},
        until = now() + ${LASTS} * interval '1 millisecond'
      where name = ${name} and (holder = ${holder} or (until < now() and not ${away})
        or (holder = ${row?.holder ?? ""} and ${dead}))
      returning token`;
    away = false;
    if (won && won.token !== held?.token) count?.leaseTaken();
    held = won && { token: won.token, until: asked + LASTS };
  };
  const renew = () =>
    take().catch((err: unknown) => {
      away = true;
      log.warn({ err }, "lease not renewed");
    });

  return {
    token: () => (held && performance.now() < held.until ? held.token : undefined),
    async take() {
      await renew();
      timer ??= setInterval(renew, RENEW);
    },
    async release() {
      clearInterval(timer);
      if (held)
        await db.$executeRaw`update "Lease" set until = now() where name = ${name} and holder = ${holder}`;
      held = undefined;
    },
  };
}

function diedHere(holder: string): boolean {
  const [host, pid] = holder.split(":");
  if (host !== hostname() || !pid) return false;
  if (Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
