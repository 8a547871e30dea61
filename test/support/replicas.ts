import { setTimeout as sleep } from "node:timers/promises";
import type { BotProcess } from "./bots.ts";
import type { Killable } from "./killable.ts";
import { openRoundRobin } from "./round-robin.ts";

export type Replicas = Awaited<ReturnType<typeof openReplicas>>;

type Options = {
  size: number;
  /** Each believes to run on a machine of its own, so that none sees another one's death. */
  apart?: boolean;
};

/** Several bots that take updates by webhook in turns, on one database. */
export async function openReplicas(killable: Killable, { size, apart = false }: Options) {
  const { db, start } = killable;
  const round = await openRoundRobin();
  const door = await killable.door();
  const webhook = { url: `${round.url}/hook`, secret: "only-telegram-knows" };
  const bots: BotProcess[] = [];
  const startAt = async (place: number) => {
    const machine = apart ? `machine-${place}` : undefined;
    const bot = await start(door, { webhook, machine, level: "silent" });
    bots[place] = bot;
    round.put(place, bot.url);
  };
  for (let place = 0; place < size; place++) await startAt(place);
  const lease = () => db.lease.findUnique({ where: { name: "deliver" } });

  return {
    startAt,
    bot: (place: number) => bots[place] as BotProcess,
    /** At which place the one is that delivers now; none while nobody does. */
    async deliverer(): Promise<number> {
      const pid = Number((await lease())?.holder.split(":")[1]);
      return bots.findIndex(
        ({ child }) => child.pid === pid && child.exitCode === null && child.signalCode === null,
      );
    },
    /** How many milliseconds it takes from now until another one delivers, and until its first message is there. */
    async takeover() {
      const from = performance.now();
      const [before, since] = [(await lease())?.token, Date.now()];
      const passed = () => Math.round(performance.now() - from);
      const first = () => killable.calls.taken().find(({ at }) => at > since + IN_FLIGHT);
      while ((await lease())?.token === before) await sleep(20);
      const held = passed();
      while (!first() && passed() < held + PATIENCE) await sleep(20);
      return { held, spoke: (first()?.at ?? Number.NaN) - since };
    },
    close: round.close,
  };
}

/** What was on its way when its sender died arrives within so many milliseconds. */
const IN_FLIGHT = 200;
/** How long nothing may be said after a takeover, in milliseconds: there may be nothing to say. */
const PATIENCE = 5_000;
