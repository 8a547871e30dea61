import type { Store } from "../db.ts";
import { SLOW } from "../telegram/flood.ts";
import { count, spanOf } from "./figures.ts";
import { hasTables } from "./find-tables.ts";
import { doubtful, type Finding, fine } from "./finding.ts";
import type { Check } from "./installation.ts";

/** What waits longer than this is held up, unless it is one person's flood, which waits on purpose; in milliseconds. */
const LATE = { update: 60_000, message: 5 * 60_000 };

type Facts = {
  updates: number;
  update: Date | null;
  messages: number;
  message: Date | null;
  uncertain: number;
  running: boolean;
};

/** What the bot has still to work off and to say, and whether a bot runs. Silent without a database of ours. */
export const checkQueues: Check = async ({ config, clock, store }) => {
  const db = await store.catch(() => undefined);
  if (!db || !(await hasTables(db))) return [];
  const facts = await factsOf(db, clock.now());
  const runs = facts.running ? "a bot is running" : "no bot is running";
  // The playground's clock goes its own way, so that its rows have no age by ours.
  const age = (at: Date | null) => (at && !config.playground ? clock.now().getTime() - at.getTime() : 0);
  const ages = { update: age(facts.update), message: age(facts.message) };
  const waiting = `${runs}; ${waitingOf("update", facts.updates, ages.update)}, ${waitingOf("message", facts.messages, ages.message)}`;
  const isLate = ages.update > LATE.update || ages.message > LATE.message;
  return [isLate ? doubtful(waiting, helpFor(facts)) : fine(waiting), ...uncertainIn(facts)];
};

const waitingOf = (one: string, n: number, age: number) =>
  `${n === 0 ? `no ${one}` : count(n, one)} to ${one === "update" ? "work off" : "send"}${age > 0 ? ` (the oldest for ${spanOf(age)})` : ""}`;

const helpFor = ({ running }: Facts) =>
  running ? "look into the bot's log for what holds it up" : "start the bot: npm start";

const uncertainIn = ({ uncertain }: Facts): Finding[] =>
  uncertain === 0
    ? []
    : [
        doubtful(
          `${count(uncertain, "message")} may have arrived or not, since the line broke while they were sent`,
          "nothing: they are not sent again, lest they come twice; ask in the chats where it matters",
        ),
      ];

async function factsOf(db: Store, now: Date): Promise<Facts> {
  const [facts] = await db.$queryRaw<Facts[]>`
    select * from
      (select count(*)::int as updates, min("receivedAt") filter (where lane < ${SLOW}) as update
        from "Update" where "doneAt" is null) u,
      (select count(*)::int as messages, min("dueAt") as message from "Outbox"
        where state in ('queued', 'sending') and "dueAt" <= ${now}) o,
      (select count(*)::int as uncertain from "Outbox" where state = 'uncertain') s,
      (select exists (select 1 from "Lease" where name = 'deliver' and until > now()) as running) l`;
  return facts as Facts;
}
