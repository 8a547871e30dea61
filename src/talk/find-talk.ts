import type { Scene } from "../use-case.ts";
import { Talk } from "./talk.ts";

/** A talk that may still grow, and the draft that keeps it. */
export type Kept = { id: number; talk: Talk; open: boolean };

type Wanted = { id?: number; album?: string | undefined };

/**
 * The person's newest talk here that is neither taken nor dropped; that of an album wherever it is. It stays locked, so
 * that a press and a message at the same moment see each other.
 */
export async function findTalk(
  { db, person, chat }: Pick<Scene, "db" | "person" | "chat">,
  { id, album }: Wanted = {},
): Promise<Kept | undefined> {
  const [draft] = await db.$queryRaw<{ id: number; state: unknown; doneAt: Date | null }[]>`
    select id, state, "doneAt" from "Draft" where "personId" = ${person.id} and kind = 'talk'
      and (${id ?? null}::int is null or id = ${id ?? null}::int)
      and (${album ?? null}::text is null or state->>'album' = ${album ?? null}::text)
      and (${id ?? null}::int is not null or ${album ?? null}::text is not null or "chatId" = ${chat.id})
    order by id desc limit 1 for update`;
  const talk = Talk.safeParse(draft?.state);
  return draft && talk.success ? { id: draft.id, talk: talk.data, open: draft.doneAt === null } : undefined;
}
