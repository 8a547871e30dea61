import type { App } from "../app.ts";
import { who } from "./cast.ts";
import type { World } from "./world.ts";

/** How long after an event the store is asked, in milliseconds: one message is several events. */
const SETTLE = 150;

/**
 * How far the visitor has come: "send", "answer", "decide", "hear". Asked of the store after whatever happens, for the
 * ideas that Ana wrote under her name.
 */
export function watchProgress({ db, log }: Pick<App, "db" | "log">, world: World): () => string[] {
  let reached: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  const look = async () => {
    const mine = { idea: { author: { telegramId: BigInt(who.ana) }, anonymous: false } };
    const [sent, answered, decided, heard] = await Promise.all([
      db.idea.count({ where: { ...mine.idea, state: "posted" } }),
      db.feedback.count({ where: mine }),
      db.decision.count({ where: { ...mine, undoneAt: null } }),
      db.decision.count({ where: { ...mine, toldAt: { not: null } } }),
    ]);
    const steps = [sent && "send", answered && "answer", decided && "decide", heard && "hear"];
    const now = steps.filter((step) => typeof step === "string");
    if (now.length === reached.length) return;
    reached = now;
    world.inside.ground.emit({ kind: "changed" });
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => look().catch((err: unknown) => log.debug({ err }, "progress unknown")), SETTLE);
    timer.unref();
  };

  world.on(lookSoon);
  lookSoon();
  return () => reached;
}
