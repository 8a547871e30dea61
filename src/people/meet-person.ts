import type { Person } from "../generated/prisma/client.ts";
import type { Place } from "../use-case.ts";

/** Somebody whom Telegram or another's message named, noted when he or she is new. */
export const meetPerson = (
  { db, defaults }: Pick<Place, "db" | "defaults">,
  { telegramId, name }: { telegramId: number; name: string },
): Promise<Person> =>
  db.person.upsert({
    where: { telegramId: BigInt(telegramId) },
    create: { telegramId: BigInt(telegramId), name, locale: defaults.locale },
    update: { name },
  });
