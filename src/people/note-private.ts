import { z } from "zod";
import type { Person } from "../generated/prisma/client.ts";
import { type Saying, silence } from "../sayings.ts";
import type { Place } from "../use-case.ts";

export const NotePrivate = z.object({ private: z.enum(["open", "blocked"]) });

/** A person blocked the bot, or lets it write again. */
export async function notePrivate(
  { db, person }: Place & { person: Person | undefined },
  raw: unknown,
): Promise<Saying[]> {
  if (person) await db.person.update({ where: { id: person.id }, data: NotePrivate.parse(raw) });
  return silence;
}
