import { movableClock } from "../../src/clock.ts";
import { cast, group, peopleWorld, who } from "../../src/playground/cast.ts";
import { token } from "../../src/playground/people.ts";
import { startPlayground } from "../../src/playground/server.ts";
import { openWorld } from "../../src/playground/world.ts";

/** A small group, beside the supergroup that the cast is in. */
export const small = { id: -4_000_000_001, title: "Grup kecil", type: "group" } as const;

/** The emulator without our bot: whoever calls is the bot. It is an administrator of the cast's group. */
export async function openWire() {
  const clock = movableClock(Date.now);
  const world = openWorld({ file: ":memory:", clock });
  peopleWorld(world);
  world.addGroup({ ...small, creator: who.budi, members: [who.ana] });
  world.addBot(group.id, who.budi, true);
  world.addBot(small.id, who.budi);
  const { url, close } = await startPlayground({ world, clock, cast, port: 0 });

  const post = async <T>(method: string, body: FormData | string): Promise<T> => {
    const headers = typeof body === "string" ? { "content-type": "application/json" } : {};
    const response = await fetch(`${url}/bot${token}/${method}`, { method: "POST", headers, body });
    const answer = (await response.json()) as { ok: boolean; result: T; description?: string };
    if (!answer.ok) throw new Error(`${method}: ${answer.description}`);
    return answer.result;
  };

  return {
    world,
    clock,
    url,
    /** Calls a method with JSON; resolves with its result, or rejects with Telegram's words. */
    call: <T>(method: string, params: object = {}) => post<T>(method, JSON.stringify(params)),
    /** Sends a file with the one or the other method. */
    upload<T>(method: "sendPhoto" | "sendDocument", to: number) {
      const form = new FormData();
      form.set("chat_id", String(to));
      form.set(method === "sendPhoto" ? "photo" : "document", new Blob([pixel]), "titik.png");
      return post<T>(method, form);
    },
    async close() {
      await close();
      world.close();
    },
  };
}

/** A picture of one point. */
export const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
