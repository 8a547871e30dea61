import { setTimeout as sleep } from "node:timers/promises";
import type { BotProcess } from "./bots.ts";
import type { Killable } from "./killable.ts";
import { openRoundRobin } from "./round-robin.ts";
import { openWireBetween, type WireBetween } from "./wire-between.ts";

export type Replicas = Awaited<ReturnType<typeof openReplicas>>;

type Options = {
  size: number;
  /** Each believes to run on a machine of its own, so that none sees another one's death, and may vanish from the network. */
  apart?: boolean;
};

/** Several bots that take updates by webhook in turns, on one database. */
export async function openReplicas(killable: Killable, { size, apart = false }: Options) {
  const { db, start, url } = killable;
  const round = await openRoundRobin();
  const door = await killable.door();
  const webhook = { url: `${round.url}/hook`, secret: "only-telegram-knows" };
  const bots: BotProcess[] = [];
  const wires: WireBetween[][] = [];
  /** The way to Telegram and to the store for who is apart. */
  const wired = async (place: number) => {
    const [telegram, store] = [await openWireBetween(door), await openWireBetween(url)];
    for (const wire of wires[place] ?? []) wire.close();
    wires[place] = [telegram, store];
    return start(telegram.url, {
      ...{ webhook, machine: `machine-${place}`, level: "silent", database: { url: store.url } },
    });
  };
  const startAt = async (place: number) => {
    const bot = apart ? await wired(place) : await start(door, { webhook, level: "silent" });
    bots[place] = bot;
    round.put(place, bot.url);
  };
  for (let place = 0; place < size; place++) await startAt(place);
  const lease = () => db.lease.findUnique({ where: { name: "deliver" } });

  return {
    startAt,
    bot: (place: number) => bots[place] as BotProcess,
    /** Nothing comes from there any more, and nothing gets there: it lives on, and nobody knows. */
    vanish(place: number): BotProcess {
      for (const wire of wires[place] ?? []) wire.vanish();
      round.put(place, NOWHERE);
      return bots[place] as BotProcess;
    },
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
    close() {
      round.close();
      for (const wire of wires.flat()) wire.close();
    },
  };
}

/** Where nobody answers. */
const NOWHERE = "http://127.0.0.1:9";
/** What was on its way when its sender died arrives within so many milliseconds. */
const IN_FLIGHT = 200;
/** How long nothing may be said after a takeover, in milliseconds: there may be nothing to say. */
const PATIENCE = 5_000;
