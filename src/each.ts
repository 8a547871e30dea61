import type { App } from "./app.ts";

/** Does the same for each item, one after the other. One that fails is logged, and the rest still have their turn. */
export async function each<T>({ log }: Pick<App, "log">, items: T[], work: (item: T) => Promise<unknown>) {
  for (const item of items) {
    await work(item).catch((err: unknown) => log.error({ err }, "one of many failed"));
  }
}
