import { pino } from "pino";
import { describe } from "vitest";
import { openDb } from "../src/db.ts";
import { once } from "../src/once.ts";
import { chatOf } from "../src/playground/chats.ts";
import { withinLimits } from "../src/playground/limits.ts";
import { bot, setBlocked } from "../src/playground/people.ts";
import { createIntake } from "../src/telegram/intake.ts";
import { createLanes, type Lanes } from "../src/telegram/lanes.ts";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";
import { createDatabase } from "./support/database.ts";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const called = (chat: Chat, method: string) => chat.world.calls().filter((call) => call.method === method);

/** Lets the clock go on by steps while the bot waits for something, until it has come about. */
async function until(chat: Chat, done: () => boolean | Promise<boolean>) {
  for (let step = 0; step < 200; step++) {
    if (await done()) return;
    await pause(10);
    chat.clock.move(300);
  }
  throw new Error("it never came about");
}

/** Every row of every table, as text. */
async function everythingStored({ app }: Chat): Promise<string> {
  const tables = await app.db.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  const all = [];
  for (const { name } of tables) all.push(await app.db.$queryRawUnsafe(`select t::text from "${name}" t`));
  return JSON.stringify(all);
}

describe("Telegram's “too many requests”", () => {
  test("delays an answer, and neither loses nor repeats it", async ({ chat }) => {
    await chat.opens();
    const ground = chat.world.inside.ground;
    const fill = () => {
      for (let i = 0; i < 3; i++) withinLimits(ground, chatOf(ground, lab));
    };
    chat.clock.move(60_000);
    fill();
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    await chat.says("yosef", "/ide Kotak saran di kantor distrik");

    const refused = called(chat, "sendMessage").filter(({ ok }) => !ok);
    expect(refused.map(({ error }) => error)).toContainEqual(expect.stringContaining("Too Many Requests"));
    const cards = chat.heard("ana", lab).filter((text) => /^TNB-\d/.test(text));
    expect(cards.map((text) => text.slice(0, 5))).toEqual(["TNB-1", "TNB-2"]);
    expect(await chat.app.db.outbox.count({ where: { state: { not: "sent" } } })).toBe(0);
  });
});

describe("an outage", () => {
  test("of a quarter of an hour loses nothing that was said, and repeats no answer", async ({ chat }) => {
    await chat.opens();
    chat.world.cutNetwork(true);
    chat.world.say(who.ana, lab, "/ide Perahu puskesmas keliling");
    chat.world.say(who.yosef, lab, "/ide Kotak saran di kantor distrik");
    for (let step = 0; step < 20; step++) {
      await pause(5);
      chat.clock.move(45_000);
    }
    expect(await chat.app.db.idea.count()).toBe(0);

    chat.world.cutNetwork(false);
    await until(chat, () => chat.world.pending() === 0);
    await chat.settle();
    const cards = chat.heard("ana", lab).filter((text) => /^TNB-\d/.test(text));
    expect(cards.map((text) => text.slice(0, 5))).toEqual(["TNB-1", "TNB-2"]);
  });

  test("in the middle of an answer, however long, loses and repeats none of it", async ({ chat }) => {
    await chat.opens();
    await chat.starts("ana");
    const before = chat.heard("ana").length;
    const { id } = await chat.app.db.chat.findFirstOrThrow({ where: { kind: "private" } });
    chat.world.cutNetwork(true);
    const what = { key: "idea.withdrawn", args: { code: "TNB-1" } } as const;
    const saying = { do: "message", address: { to: "chat", chatId: id }, what, urgent: true } as const;
    await once(chat.app, { key: "test" }, async () => ({ origin: {}, sayings: [saying] }));
    const tries = async () =>
      (await chat.app.db.outbox.findFirstOrThrow({ orderBy: { id: "desc" } })).attempts;
    await until(chat, async () => (await tries()) > 0);
    for (let minute = 0; minute < 60; minute++) {
      await pause(10);
      chat.clock.move(60_000);
    }
    expect(await tries()).toBe(1);

    chat.world.cutNetwork(false);
    await until(chat, () => chat.heard("ana").length > before);
    await chat.settle();
    expect(chat.heard("ana").slice(before)).toEqual(["TNB-1 ditarik. Tidak ada yang melihatnya lagi."]);
  });
});

describe("a person who blocked the bot", () => {
  test("is noted as blocked, and the group hears a mention instead", async ({ chat }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.is("maria", "mentor");
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    const card = chat.sees("maria", lab).at(-1)?.id ?? 0;
    setBlocked(chat.world.inside.ground, who.ana, true); // Telegram's own word of it is still on its way.
    const text = "Mulai di satu puskesmas dulu.";
    await chat.says("maria", text, { replyTo: card });

    const { private: state } = await chat.app.db.person.findUniqueOrThrow({ where: { telegramId: 1001n } });
    expect(state).toBe("blocked");
    const mention = chat.sees("maria", lab).at(-1);
    expect(mention?.html).toContain("Ana");
    expect(mention?.html).not.toContain(text);
    expect(mention?.buttons?.[0]?.[0]?.url).toContain("?start=i_TNB-1");

    await chat.says("maria", "Satu lagi.", { replyTo: card });
    expect(called(chat, "sendMessage").filter(({ ok }) => !ok)).toHaveLength(1);
  });

  test("is reached privately again after pressing Start", async ({ chat }) => {
    await chat.opens();
    await chat.starts("ana");
    chat.world.block(who.ana);
    await chat.settle();
    await chat.starts("ana");
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    await chat.says("yosef", "Setuju.", { replyTo: chat.sees("yosef", lab).at(-1)?.id ?? 0 });
    expect(chat.heard("ana").at(-1)).toContain("Setuju.");
  });
});

describe("the inbox", () => {
  test("works an update off once when Telegram delivers it twice, also at the same moment", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    const { updateId } = await chat.app.db.update.findFirstOrThrow({ orderBy: { id: "desc" } });
    const from = { id: who.ana, is_bot: false, first_name: "Ana" };
    const message = {
      message_id: 900,
      date: 1,
      chat: { id: lab, type: "supergroup", title: "Lab Tanimbar" },
      from,
    };
    const again = { update_id: Number(updateId), message: { ...message, text: "/ide Yang kedua" } };
    const intake = createIntake(chat.app, bot.id);
    expect(await intake([again] as never)).toEqual([]);
    await chat.settle();
    expect(await chat.app.db.idea.count()).toBe(1);

    const fresh = { ...again, update_id: Number(updateId) + 1 };
    const stored = await Promise.all([
      intake([fresh] as never),
      intake([fresh] as never),
      intake([fresh, fresh] as never),
    ]);
    expect(stored.flat()).toEqual([BigInt(lab)]);
    await until(chat, async () => (await chat.app.db.update.count({ where: { doneAt: null } })) === 0);
    await chat.settle();
    expect(await chat.app.db.idea.count()).toBe(2);
  });

  test("never stores what holds !rahasia, and sends it nowhere", async ({ chat }) => {
    chat.world.setPrivacy(false);
    await chat.opens();
    await chat.starts("ana");
    await chat.says("ana", "Halo semua");
    await chat.says("ana", "/ide kata kunci kunangkunang !rahasia");
    await chat.says("ana", "!RAHASIA kunangkunang");
    await chat.tells("ana", "kunangkunang !Rahasia");
    const edited = await chat.tells("ana", "Perahu puskesmas keliling");
    chat.world.edit(who.ana, who.ana, edited, "kunangkunang !rahasia");
    await chat.settle();

    expect(await everythingStored(chat)).not.toContain("kunangkunang");
    expect(JSON.stringify(chat.world.calls())).not.toContain("kunangkunang");
    expect(await everythingStored(chat)).toContain("Perahu puskesmas keliling");
    expect(chat.errors).toEqual([]);
  });
});

describe("sixty votes at once", () => {
  test("end as the right number on the card, with few edits", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    const card = chat.sees("ana", lab).at(-1)?.id ?? 0;
    const before = called(chat, "editMessageText").length;
    const voters = Array.from({ length: 60 }, (_, i) => 2001 + i);
    for (const id of voters) {
      chat.world.addPerson({ id, first_name: `Warga ${id}` });
      chat.world.join(lab, id);
    }
    const pressed = [];
    for (const id of voters) {
      pressed.push(chat.world.press(id, lab, card, "👍"));
      chat.clock.move(100);
      await pause(5);
    }
    await chat.settle();
    const toasts = (await Promise.all(pressed)).map(({ text }) => text);
    expect(toasts.every((text) => text?.includes("dihitung"))).toBe(true);
    expect(chat.sees("ana", lab).find(({ id }) => id === card)?.buttons?.[0]?.[0]?.text).toBe("👍 60");
    expect(called(chat, "editMessageText").length - before).toBeLessThanOrEqual(5);
    expect(chat.errors).toEqual([]);
  });
});

test("a topic that no group can have is no topic, and loses nothing", async ({ chat }) => {
  await chat.opens();
  const message = {
    ...{ message_id: 4_321, date: 1_795_800_000, text: "/ide Perahu puskesmas keliling" },
    ...{ chat: { id: lab, type: "supergroup", title: "Lab", is_forum: true } },
    from: { id: who.ana, is_bot: false, first_name: "Ana" },
    entities: [{ type: "bot_command", offset: 0, length: 4 }],
    ...{ is_topic_message: true, message_thread_id: Number.MAX_VALUE },
  };
  await chat.take([{ update_id: 88_000_002, message }] as never);
  await chat.settle();
  expect(await chat.app.db.idea.count({ where: { text: "Perahu puskesmas keliling" } })).toBe(1);
  expect(chat.errors).toEqual([]);
});

test("a group that is said to have become a person is taken for the group that it is", async ({ chat }) => {
  await chat.opens();
  await chat.starts("ana");
  const group = { id: lab, type: "supergroup", title: "Lab Tanimbar" };
  const from = { id: who.ana, is_bot: false, first_name: "Ana" };
  const message = { message_id: 4_322, date: 1_795_800_000, chat: group, from };
  const updates = [
    { update_id: 88_000_003, message: { ...message, migrate_to_chat_id: who.ana } },
    { update_id: 88_000_004, message: { ...message, message_id: 4_323, migrate_from_chat_id: who.ana } },
  ];
  await chat.take(updates as never);
  await chat.settle();
  await chat.tells("ana", "/mulai");
  expect(chat.heard("ana").at(-1)).toContain("Lab Tanimbar");
  expect(await chat.app.db.chat.findUniqueOrThrow({ where: { telegramId: lab } })).toMatchObject({
    kind: "supergroup",
    formerId: null,
  });
  expect(chat.errors).toEqual([]);
});

test("an edit of a message that there cannot be is none", async ({ chat }) => {
  await chat.opens();
  await chat.starts("ana");
  const message = {
    ...{ message_id: Number.MAX_VALUE, date: 1_795_800_000, edit_date: 1_795_800_000, text: "/ide Perahu" },
    chat: { id: who.ana, type: "private", first_name: "Ana" },
    from: { id: who.ana, is_bot: false, first_name: "Ana" },
  };
  await chat.take([{ update_id: 88_000_005, edited_message: message }] as never);
  await chat.settle();
  expect(chat.errors).toEqual([]);
});

describe("an update that cannot be worked off", () => {
  /** Makes the store refuse an idea that holds a word, as a defect would. */
  const poison = async ({ app }: Chat) => {
    await app.db.$executeRaw`create function poison() returns trigger language plpgsql as $$ begin
        if new.text like '%RACUN%' then raise exception 'poison'; end if; return new; end $$`;
    await app.db
      .$executeRaw`create trigger poison before insert on "Idea" for each row execute function poison()`;
  };
  const unfinished = ({ app }: Chat) => app.db.update.count({ where: { doneAt: null } });

  test("is tried three times, kept with its words and the error, and its sender is told", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.says("ana", "Halo @lumbung_bot");
    await chat.starts("ana");
    await poison(chat);
    chat.world.say(who.ana, who.ana, "/ide RACUN di sungai");
    chat.world.say(who.ana, who.ana, "/ide Perahu puskesmas keliling");
    await until(chat, async () => chat.world.pending() === 0 && (await unfinished(chat)) === 0);
    await chat.settle();

    const [kept, ...more] = await chat.app.db.update.findMany({ where: { error: { not: null } } });
    expect(more).toEqual([]);
    expect(kept).toMatchObject({ attempts: 3, error: expect.stringMatching(/^\w+$/) });
    expect(JSON.stringify(kept?.payload)).toContain("RACUN");
    expect(chat.heard("ana").slice(-2)).toEqual([
      expect.stringContaining("gagal saya olah"),
      expect.stringContaining("TNB-1 tersimpan: Perahu"),
    ]);
    expect(JSON.stringify(chat.errors)).not.toContain("RACUN");
  });

  test("and of which nobody can be told is given up all the same", async ({ chat }) => {
    await chat.opens();
    await chat.says("ana", "Halo @lumbung_bot");
    await chat.starts("ana");
    await poison(chat);
    await chat.app.db.$executeRaw`create function mute() returns trigger language plpgsql as $$ begin
        if new.key = 'person.updateFailed' then raise exception 'mute'; end if; return new; end $$`;
    await chat.app.db
      .$executeRaw`create trigger mute before insert on "Outbox" for each row execute function mute()`;
    chat.world.say(who.ana, who.ana, "/ide RACUN di sungai");
    chat.world.say(who.ana, who.ana, "/ide Perahu puskesmas keliling");
    await until(chat, async () => chat.world.pending() === 0 && (await unfinished(chat)) === 0);
    await chat.settle();

    const kept = await chat.app.db.update.findMany({ where: { error: { not: null } } });
    expect(kept).toMatchObject([{ attempts: 3 }]);
    expect(chat.heard("ana").at(-1)).toContain("TNB-1 tersimpan: Perahu");
    expect(JSON.stringify(chat.errors)).not.toContain("RACUN");
  });

  test("of one chat holds up no other", async ({ chat }) => {
    await chat.opens();
    await chat.starts("ana");
    await poison(chat);
    chat.world.say(who.ana, lab, "/ide RACUN di sungai");
    await until(
      chat,
      async () => (await chat.app.db.update.count({ where: { attempts: { gt: 0 }, doneAt: null } })) > 0,
    );
    const before = chat.heard("ana").length;
    chat.world.say(who.ana, who.ana, "/bantuan");
    for (let i = 0; i < 300 && chat.heard("ana").length === before; i++) await pause(10);
    expect(chat.heard("ana").length).toBe(before + 1);
    expect(await unfinished(chat)).toBe(1);
    await until(chat, async () => (await unfinished(chat)) === 0);
  });
});

describe("the lanes of two processes", () => {
  test("work each update off once, and each chat's in order", async ({}) => {
    const database = await createDatabase();
    const log = pino({ level: "silent" });
    const stores = [openDb(database.url, log), openDb(database.url, log)];
    const done: { lane: number; n: number }[] = [];
    const clock = { now: () => new Date("2026-11-27T06:00:00Z"), sleep: pause };
    const apps = stores.map(
      ({ db }) =>
        ({ db, clock, log, llm: undefined, defaults: { locale: "id", zone: "Asia/Jayapura" } }) as const,
    );
    const lanes: Lanes[] = apps.map((app) =>
      createLanes(app, {
        async handle(id, update) {
          const message = "message" in update ? update.message : undefined;
          const worked = await once(app, { update: id }, async () => {
            await pause(2);
            return { origin: {}, sayings: [] };
          });
          if (worked && message) done.push({ lane: message.chat.id, n: message.message_id });
        },
        giveUp: async () => {},
        slowed: async () => {},
      }),
    );
    const update = (n: number) => ({ update_id: n, message: { message_id: n, chat: { id: (n % 5) + 1 } } });
    const [first] = apps;
    if (first) await createIntake(first, bot.id)(Array.from({ length: 40 }, (_, n) => update(n)) as never);
    await Promise.all(lanes.map((each) => each.sweep()));
    while (!lanes.every((each) => each.idle())) await pause(5);

    expect(done).toHaveLength(40);
    for (let lane = 1; lane <= 5; lane++) {
      const order = done.filter((one) => one.lane === lane).map(({ n }) => n);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order).toHaveLength(8);
    }
    await Promise.all(lanes.map((each) => each.stop()));
    for (const store of stores) await store.close();
    await database.drop();
  });
});
