import type { App } from "./app.ts";
import { each } from "./each.ts";

/**
 * `each` for work that is quicker for many at once: `size` items at a time, one group after the other.
 * A group that fails is gone through item by item, so that one does not cost the others their turn.
 */
export async function eachGroup<T>(
  app: Pick<App, "log">,
  { items, size }: { items: T[]; size: number },
  work: (group: T[]) => Promise<unknown>,
): Promise<void> {
  for (let n = 0; n < items.length; n += size) {
    const group = items.slice(n, n + size);
    try {
      await work(group);
    } catch (err) {
      app.log.error({ err, items: group.length }, "many at once failed");
      if (group.length > 1) await each(app, group, (item) => work([item]));
    }
  }
}
