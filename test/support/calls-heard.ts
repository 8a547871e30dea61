import { calls } from "../../src/playground/calls.ts";
import type { World } from "../../src/playground/world.ts";

/** A message that Telegram took: in which chat, and when, in milliseconds of real time since 1970. */
export type Taken = { chat: number; at: number };

export type Calls = ReturnType<typeof listenToCalls>;

/** Hears every call of the bot's from now on; the world itself forgets all but the last. */
export function listenToCalls(world: World) {
  const taken: Taken[] = [];
  const refused: string[] = [];
  let last = 0;
  world.on(({ kind }) => {
    if (kind !== "call") return;
    for (const { id, method, params, ok, error = "", ms } of calls(world.inside.ground, last)) {
      last = id;
      if (!ok) refused.push(`${method}: ${error}`);
      // A call is done at once, and written down when it is answered.
      else if (method === "sendMessage") taken.push({ chat: Number(params.chat_id), at: Date.now() - ms });
    }
  });
  return {
    /** What Telegram took, oldest first. */
    taken: () => taken.toSorted((one, other) => one.at - other.at),
    /** The calls that were refused with 429: the bot was too fast. */
    tooFast: () => refused.filter((words) => words.includes(": 429 ")),
    refused: () => refused,
  };
}
