import type { App } from "./app.ts";

type Told = Pick<App, "log" | "count">;

/** Does the same for each item, one after the other. One that fails is logged, and the rest still have their turn. */
export async function each<T>({ log, count }: Told, items: T[], work: (item: T) => Promise<unknown>) {
  for (const item of items) {
    await work(item).catch((err: unknown) => {
      count?.itemFailed();
      log.error({ err }, "one of many failed");
    });
  }
}
