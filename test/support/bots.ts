import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Orders, Ready } from "./bot-process.ts";

const ENTRY = fileURLToPath(new URL("./bot-process.ts", import.meta.url));

/** A bot in a process of its own, and where its HTTP server is, if it has one. */
export type BotProcess = { child: ChildProcess; url: string; ended: Promise<unknown> };

export type Bots = ReturnType<typeof openBots>;

/** The bot's processes; what they compiled once they share, and one more than asked for has loaded its code already. */
export function openBots() {
  const cache = mkdtempSync(join(tmpdir(), "lumbung-kill-"));
  const living = new Set<ChildProcess>();
  const load = (place: string[] = []) => {
    const stdio = ["ignore", "ignore", "inherit", "ipc"] as const;
    const [execPath = process.execPath, ...before] = [...place, process.execPath];
    return fork(ENTRY, {
      ...{ stdio: [...stdio], execPath, execArgv: before, env: { NODE_COMPILE_CACHE: cache } },
    });
  };
  const kill = async (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  const killAll = async () => {
    for (const bot of [...living]) await kill(bot);
  };
  let next = load();

  return {
    kill: ({ child }: BotProcess) => kill(child),
    killAll,
    /** Starts a bot; resolves when it takes updates. `place` is a command that runs it elsewhere, such as `ip netns exec x`. */
    async start(orders: Orders, place: string[] = []): Promise<BotProcess> {
      const child = place.length > 0 ? load(place) : next;
      if (child === next) next = load();
      living.add(child);
      const ended = once(child, "exit").finally(() => living.delete(child));
      child.send(orders);
      const [said] = await Promise.race([once(child, "message"), ended]);
      const { ready } = (said ?? {}) as Partial<Ready>;
      if (ready === undefined) throw new Error(`the bot ended with ${said} before it listened`);
      return { child, url: ready, ended };
    },
    /** Tells every living bot that its clock goes on. */
    move(ms: number) {
      for (const bot of living) if (bot.connected) bot.send({ move: ms });
    },
    async close() {
      await killAll();
      await kill(next);
      rmSync(cache, { recursive: true, force: true });
    },
  };
}
