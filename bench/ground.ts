import { movableClock } from "../src/clock.ts";
import { calls } from "../src/playground/calls.ts";
import { startPlayground } from "../src/playground/server.ts";
import { openWorld } from "../src/playground/world.ts";

export type Bench = Awaited<ReturnType<typeof openBench>>;

const GROUP = -1_001_000_009_000;
const FACILITATOR = 5_000;

/** The emulator in this process, with one group of so many people, and a watch on the calls that the bot makes. */
export async function openBench(people: number) {
  const clock = movableClock(Date.now);
  const world = openWorld({ file: ":memory:", clock });
  const ids = Array.from({ length: people }, (_, n) => FACILITATOR + 1 + n);
  for (const id of [FACILITATOR, ...ids])
    world.addPerson({ id, first_name: `Warga ${id}`, language_code: "id" });
  world.addGroup({
    id: GROUP,
    title: "Lab Beban",
    type: "supergroup",
    creator: FACILITATOR,
    members: [FACILITATOR, ...ids],
  });
  const ground = await startPlayground({ world, clock, cast: [], port: 0 });
  const watch = watchCalls(world);

  return {
    world,
    url: ground.url,
    people: ids,
    facilitator: FACILITATOR,
    group: GROUP,
    ...watch,
    async close() {
      await ground.close();
      world.close();
    },
  };
}

/** Tells when a call of the bot came: `answered` a message to a chat, `called` any call of a method. */
function watchCalls(world: ReturnType<typeof openWorld>) {
  const waiting = new Map<string, (at: number) => void>();
  let seen = 0;
  world.on((event) => {
    if (event.kind !== "call") return;
    const at = performance.now();
    for (const { id, method, params, ok } of calls(world.inside.ground, seen)) {
      seen = id;
      if (!ok) continue;
      for (const key of [method, `${method} ${params.chat_id}`]) {
        waiting.get(key)?.(at);
        waiting.delete(key);
      }
    }
  });
  const next = (key: string) => new Promise<number>((resolve) => void waiting.set(key, resolve));
  return {
    called: (method: string) => next(method),
    answered: (chat: number) => next(`sendMessage ${chat}`),
  };
}
