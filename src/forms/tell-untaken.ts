import type { FileGiven } from "../files/file.ts";
import type { Draft } from "../generated/prisma/client.ts";
import { type Saying, say } from "../sayings.ts";
import type { Scene } from "../use-case.ts";

/**
 * Says so where files came with an answer and are kept nowhere: neither with anything, nor in a question that waits, nor
 * in talk. It asks the store rather than each form, so that none can forget it.
 */
export async function tellUntaken(
  { db, person }: Pick<Scene, "db" | "person">,
  { state }: Pick<Draft, "state">,
  files: FileGiven[],
): Promise<Saying[]> {
  const ids = [...new Set(files.map(({ uniqueId }) => uniqueId))];
  if (ids.length === 0) return [];
  const kept = await db.$queryRaw<unknown[]>`
    select given.id from unnest(${ids}::text[]) as given (id) where
      exists (select from "Attachment" a where a."personId" = ${person.id} and a."uniqueId" = given.id)
      or exists (select from "Draft" d where d."personId" = ${person.id} and (d."doneAt" is null or d.kind = 'talk')
        and strpos(d.state::text, to_json(given.id)::text) > 0)`;
  if (kept.length === ids.length) return [];
  const about = typeof (state as { idea?: unknown } | null)?.idea === "number" ? "idea" : "other";
  return [say("file.notTaken", { count: ids.length - kept.length, about })];
}
