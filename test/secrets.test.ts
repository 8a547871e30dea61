import { pino } from "pino";
import { describe } from "vitest";
import type { App } from "../src/app.ts";
import { startBot } from "../src/bot.ts";
import { movableClock } from "../src/clock.ts";
import { openDb } from "../src/db.ts";
import { type Llm, LlmError } from "../src/llm/llm.ts";
import { createLog } from "../src/log.ts";
import { cast, peopleWorld } from "../src/playground/cast.ts";
import { token } from "../src/playground/people.ts";
import { startPlayground } from "../src/playground/server.ts";
import { settle } from "../src/playground/settle.ts";
import { openWorld } from "../src/playground/world.ts";
import { expect, FRIDAY, lab, test, who } from "./support/chat.ts";
import { createDatabase } from "./support/database.ts";

/** Stands in everything that people write here. */
const WORD = "kunangkunang";

/** A bot whose log is read: every line, at the finest level. */
async function openListened() {
  const lines: string[] = [];
  const log = createLog(
    { log: { level: "trace" }, secrets: [token] },
    { write: (line) => void lines.push(line) },
  );
  const database = await createDatabase();
  const store = openDb(database.url, log);
  const clock = movableClock(() => Date.parse(FRIDAY), 0, { ticking: false });
  const llm: Llm = {
    ask: async () => {
      throw new LlmError("summarize-thread", "failed");
    },
  };
  const app: App = { db: store.db, llm, log, clock, defaults: { locale: "id", zone: "Asia/Jayapura" } };
  const world = openWorld({ file: ":memory:", clock });
  peopleWorld(world);
  const ground = await startPlayground({ world, clock, cast, port: 0 });
  const bot = await startBot(app, { telegram: { token, apiRoot: ground.url }, ticking: false });
  return {
    ...{ app, world, clock, lines },
    async quiet() {
      await bot.moved();
      await settle({ app, bot, clock, world });
    },
    async close() {
      await bot.stop();
      await ground.close();
      world.close();
      await store.close();
      await database.drop();
    },
  };
}

type Listened = Awaited<ReturnType<typeof openListened>>;

/** Makes the store refuse what holds a word, with the word in its message. */
async function refuse({ app }: Listened, table: string, column: string) {
  await app.db.$executeRawUnsafe(`create or replace function refuse_${table}() returns trigger language plpgsql as $$
    begin if new.${column}::text like '%RACUN%' then raise exception 'no: %', new.${column}; end if; return new; end $$`);
  await app.db.$executeRawUnsafe(
    `create trigger refuse before insert or update on "${table}" for each row execute function refuse_${table}()`,
  );
}

describe("the log, whatever fails", () => {
  test("holds no token, no invitation, and none of people's words", { timeout: 60_000 }, async ({}) => {
    const listened = await openListened();
    const { world, clock, app, lines, quiet } = listened;
    world.setPrivacy(false);
    world.addBot(lab, who.budi, true);
    await quiet();
    for (const person of [who.budi, who.ana, who.maria]) world.start(person);
    await quiet();
    await app.db.lab.updateMany({ data: { recordsTalk: true, usesModel: true } });
    for (const [table, column] of [
      ["Idea", "text"],
      ["Line", "text"],
      ["Summary", "id"],
      ["Outbox", "args"],
    ] as const)
      await refuse(listened, table, column);

    const say = async (person: number, text: string, chat = lab) => {
      world.say(person, chat, text);
      await quiet();
      clock.move(15_000);
    };
    await say(who.budi, "/undang mentor", who.budi);
    const invitation =
      /start=([\w-]{20,})/.exec(JSON.stringify(world.history(who.budi, who.budi)))?.[1] ?? "";
    expect(invitation).not.toBe("");
    world.start(who.maria, invitation);
    world.start(who.yosef, `${invitation.slice(0, -2)}xx`);
    await quiet();
    for (const fault of ["too-many", "server-error", "drop-before", "drop-after"] as const) {
      const lift = world.fault(fault, { method: "sendMessage", times: 2 });
      await say(who.ana, `/ide ${WORD} ${fault}`);
      lift();
    }
    await say(who.ana, `/ide ${WORD} RACUN`, who.ana);
    await say(who.yosef, `${WORD} RACUN`);
    await say(who.ana, `/ide@${WORD} ${WORD}`);
    await say(who.yosef, `Kapal ${WORD} sering terlambat karena bahan bakar.`);
    await say(who.yosef, "/ringkas 1 hari");
    world.block(who.ana);
    await say(who.maria, `${WORD} lagi`);
    await app.db
      .$queryRawUnsafe(`select '${WORD}'::int`)
      .catch((err: unknown) => app.log.error({ err }, "query"));
    await app.db.idea
      .create({ data: { text: WORD, labId: 999, number: 1, authorId: 999, createdAt: clock.now() } })
      .catch((err: unknown) => app.log.error({ err }, "create"));
    await listened.close();

    const all = lines.join("\n");
    expect(lines.length).toBeGreaterThan(10);
    for (const message of ["update failed", "message not sent", "the model wrote no summary"])
      expect(all).toContain(message);
    expect(all).not.toContain(token);
    expect(all).not.toContain(token.split(":")[1]);
    expect(all).not.toContain(invitation);
    expect(all.toLowerCase()).not.toContain(WORD);
  });

  test("is where such words would show: a line that held them would be seen", () => {
    const lines: string[] = [];
    const log = pino({ level: "trace" }, { write: (line) => void lines.push(line) });
    log.error({ err: new Error(WORD) });
    expect(lines.join()).toContain(WORD);
  });
});
