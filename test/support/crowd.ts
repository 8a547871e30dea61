import { setOpened } from "../../src/playground/people.ts";
import type { Killable } from "./killable.ts";

/** Telegram's id of the first of the crowd; the others follow. */
const FIRST = 100_000;
const IN_A_LAB = 50;

/** So many leaders and facilitators who have pressed Start, in labs whose week is not over yet. */
export async function gatherCrowd({ db, world, clock }: Killable, size: number) {
  const { ground } = world.inside;
  for (let id = FIRST; id < FIRST + size; id++) {
    world.addPerson({ id, first_name: `Warga ${id}`, language_code: "id" });
    setOpened(ground, id);
  }
  const now = clock.now();
  const [from, to] = [new Date(now.getTime() - 7 * DAY), new Date(now.getTime() + 7 * DAY)];
  await db.$executeRaw`
    with lab as (
      insert into "Lab" (name, code, zone, locale, "periodFrom", "periodTo", "createdAt")
      select 'Lab ' || n, 'K' || n, 'Asia/Jayapura', 'id', ${from}, ${to}, ${from}
      from generate_series(1, ${Math.ceil(size / IN_A_LAB)}::int) n returning id
    ), labs as (select id, row_number() over (order by id) as n from lab
    ), person as (
      insert into "Person" ("telegramId", name, locale, private, "currentLabId")
      select ${FIRST}::int + p, 'Warga ' || ${FIRST}::int + p, 'id', 'open', l.id
      from generate_series(0, ${size - 1}::int) p join labs l on l.n = 1 + p / ${IN_A_LAB}::int
      returning id, "telegramId", "currentLabId"
    ), chat as (
      insert into "Chat" ("telegramId", kind, "joinedAt") select "telegramId", 'private', ${from} from person
    )
    insert into "Membership" ("personId", "labId", roles, "joinedAt")
    select id, "currentLabId", array[case when id % 2 = 0 then 'leader' else 'facilitator' end], ${from} from person`;
  return {
    /** Their week is over, for all at one instant. */
    fallDue: () => db.$executeRaw`update "Lab" set "periodTo" = ${clock.now()} where code like 'K%'`,
    /** How many have not read their digest yet, as far as the bot knows. */
    waiting: () =>
      db.outbox.count({
        where: {
          priority: 2,
          state: { in: ["queued", "sending"] },
          chat: { telegramId: { gte: FIRST, lt: FIRST + size } },
        },
      }),
    /** Who got it how often, by the number of times. */
    times(taken: { chat: number }[]) {
      const got = Map.groupBy(taken, ({ chat }) => chat);
      const each = Array.from({ length: size }, (_, n) => got.get(FIRST + n)?.length ?? 0);
      return Object.fromEntries([...Map.groupBy(each, (n) => n)].map(([n, all]) => [n, all.length]));
    },
  };
}

const DAY = 86_400_000;
