import { pino } from "pino";
import { describe } from "vitest";
import { byHand } from "../bench/by-hand.ts";
import { fill } from "../bench/fill.ts";
import { openDb, Prisma, type Store } from "../src/db.ts";
import { closePeriods } from "../src/digests/close-periods.ts";
import { countPeriods, type Span } from "../src/digests/count-periods.ts";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";
import { createDatabase } from "./support/database.ts";

const HOUR = 3_600_000;
/** From Friday 15:00 to Monday 08:00, in the lab's zone. */
const TO_MONDAY = 65 * HOUR;
const digests = (texts: string[]) => texts.filter((text) => text.includes("Pekan"));

describe("the weekly digest", () => {
  test("comes on Monday at 08:00 in the lab's zone, to leader, facilitator and group, once", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.starts("budi");
    await chat.is("bupati", "leader");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.pass(TO_MONDAY - 60_000);
    expect(digests(chat.heard("bupati"))).toHaveLength(0);
    await chat.pass(60_000);
    await chat.pass(60_000);

    const [text] = digests(chat.heard("bupati"));
    expect(text).toContain("27 Nov 2026");
    expect(text).toContain("1 ide baru");
    expect(text).toContain("(Ana)");
    expect(digests(chat.heard("budi"))).toHaveLength(1);
    expect(digests(chat.heard("yosef", lab))).toHaveLength(1);
    await chat.restart();
    await chat.pass(60_000);
    expect(digests(chat.heard("bupati"))).toHaveLength(1);
    expect(await chat.app.db.digest.count()).toBe(3);
    expect(chat.errors).toEqual([]);
  });

  test("asks a leader to decide on up to three ideas, most voted first; a reply to one is feedback", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.is("bupati", "leader");
    for (const text of ["Satu", "Dua", "Tiga", "Empat"])
      await chat.says("ana", `/ide ${text} kapal untuk nelayan`);
    const second = chat.sees("yosef", lab).find(({ from, html }) => from.bot && html?.includes("Dua kapal"));
    await chat.presses("yosef", "👍", { in: lab, on: second?.id ?? 0 });
    await chat.pass(TO_MONDAY);

    const asked = chat
      .sees("bupati")
      .filter(({ buttons }) => buttons?.flat().some(({ text }) => text.includes("Dukung")));
    expect(asked).toHaveLength(3);
    expect(asked[0]?.html).toContain("TNB-2");
    await chat.tells("bupati", "Siapa yang menanggung bahan bakar?", { replyTo: asked[0]?.id ?? 0 });
    expect(chat.heard("ana").at(-1)).toContain("bahan bakar");
  });

  test("gives who leads and facilitates the leader's only", async ({ chat }) => {
    await chat.opens();
    await chat.is("budi", "leader");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.pass(TO_MONDAY);
    expect(digests(chat.heard("budi"))).toHaveLength(1);
    expect(chat.heard("budi").at(-1)).toContain("Apa keputusan Anda?");
  });

  test("after three weeks down is one, over all that time", async ({ chat }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.pass(TO_MONDAY + 21 * 24 * HOUR);
    expect(digests(chat.heard("bupati"))).toHaveLength(1);
    expect(digests(chat.heard("bupati"))[0]).toMatch(/27 Nov 2026 – 21 Des 2026/);
  });

  test("names no author of an anonymous idea", async ({ chat }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.app.db.idea.updateMany({ data: { anonymous: true } });
    await chat.pass(TO_MONDAY);
    expect(chat.heard("bupati").join()).not.toContain("Ana");
  });

  test("names all who wrote an idea, as its card does, also to the leader who decides; of an anonymous one nobody", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.is("maria", "mentor");
    await chat.starts("budi");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.says("yosef", "/ide Perahu perpustakaan keliling pulau");
    await chat.says("budi", "/ide Bank sampah sekolah");
    const { db } = chat.app;
    const [queue, boat, waste] = await db.idea.findMany({ orderBy: { number: "asc" } });
    const along = (one: typeof boat, personId = 0) => ({
      ...{ ideaId: one?.id ?? 0, personId, addedAt: chat.clock.now() },
    });
    const yosef = boat?.authorId ?? 0;
    const maria = (await db.person.findFirstOrThrow({ where: { name: "Maria" } })).id;
    await db.coAuthor.createMany({
      data: [along(queue, yosef), along(boat, queue?.authorId), along(waste, maria)],
    });
    await db.coAuthor.create({ data: { ...along(queue, maria), addedAt: new Date(0) } });
    await db.idea.updateMany({ where: { number: 3 }, data: { anonymous: true } });

    await chat.tells("maria", "/antrean");
    expect(chat.heard("maria").at(-1)).toContain("TNB-2 oleh Yosef dan Ana · masuk hari ini");
    await chat.pass(TO_MONDAY);
    await chat.pass(60_000);
    const digest = digests(chat.heard("bupati")).at(-1);
    expect(digest).toContain("(Ana, Maria dan Yosef)");
    expect(digest).toContain("(Yosef dan Ana)");
    const choices = chat.heard("bupati").filter((text) => text.includes("Apa keputusan Anda"));
    expect(choices.find((text) => text.includes("TNB-1"))).toContain("\noleh Ana, Maria dan Yosef\n");
    const hidden = choices.find((text) => text.includes("TNB-3"));
    expect(hidden).toContain("tanpa nama");
    expect(hidden).not.toContain("Maria");
    expect(digests(chat.heard("yosef", lab)).at(-1)).toContain("(Yosef dan Ana)");
    expect(chat.errors).toEqual([]);
  });

  test("of a quiet week is one friendly line", async ({ chat }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.pass(TO_MONDAY);
    expect(chat.heard("bupati").at(-1)).toContain("pekan yang tenang");
  });

  test("calls a leader who never pressed Start by a mention in the group", async ({ chat }) => {
    await chat.opens();
    await chat.says("bupati", "/bantuan");
    await chat.app.db.membership.updateMany({
      where: { person: { telegramId: 1004n } },
      data: { roles: ["leader"] },
    });
    await chat.pass(TO_MONDAY);
    const mention = chat.sees("yosef", lab).at(-1);
    expect(mention?.html).toContain("Ibu Bupati");
    expect(mention?.buttons?.[0]?.[0]?.url).toContain("t.me/lumbung_bot");
  });

  test("leaves out what was recorded from another's message less than a day ago", async ({ chat }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.pass(TO_MONDAY - HOUR);
    const said = await chat.says("ana", "Bagaimana kalau antrean lewat pesan singkat?");
    await chat.says("yosef", "/ide", { replyTo: said });
    await chat.pass(HOUR);
    expect(chat.heard("bupati").at(-1)).toContain("pekan yang tenang");
    await chat.pass(7 * 24 * HOUR);
    expect(digests(chat.heard("bupati")).at(-1)).toContain("1 ide baru");
  });

  test("leaves it out also where it went to another stage meanwhile", async ({ chat }) => {
    await chat.opens();
    await chat.starts("budi");
    await chat.pass(TO_MONDAY - 12 * HOUR);
    const said = await chat.says("ana", "Kebun gizi di halaman puskesmas");
    await chat.says("yosef", "/ide", { replyTo: said });
    await chat.tells("budi", "/tahap TNB-1");
    await chat.presses("budi", "Design", { in: who.budi });
    await chat.tells("budi", "Sudah dibahas di rapat");
    expect((await chat.app.db.idea.findFirstOrThrow()).stage).toBe("design");
    await chat.pass(12 * HOUR);
    expect(chat.heard("yosef", lab).at(-1)).not.toContain("TNB-1");
  });

  test("shows at once what its writer, asked whether it is an idea, says yes to", async ({ chat }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.starts("ana");
    await chat.starts("yosef");
    await chat.pass(TO_MONDAY - HOUR);
    const said = await chat.says("ana", "Bagaimana kalau antrean lewat pesan singkat?");
    await chat.says("yosef", "/ide", { replyTo: said });
    const card = () => chat.sees("ana", lab).findLast(({ text }) => text?.startsWith("TNB-1"));
    expect(
      card()
        ?.buttons?.flat()
        .map(({ text }) => text),
    ).toContain("Bukan ide saya");
    await chat.pass(0);
    await chat.presses("ana", "Ya, ini ide saya", { in: who.ana });
    expect(chat.heard("ana").at(-1)).toContain("TNB-1 tercatat sebagai ide Anda");
    await chat.pass(HOUR);
    expect(digests(chat.heard("bupati")).at(-1)).toContain("1 ide baru");
    expect(
      card()
        ?.buttons?.flat()
        .map(({ text }) => text),
    ).not.toContain("Bukan ide saya");
  });
});

/** Groups besides the first, each with a lab of its own, whose week ends as the first one's. */
const islands = [1, 2, 3].map((n) => ({
  id: -1_001_000_002_000 - n,
  title: `Lab Pulau ${n}`,
  person: 2000 + n,
}));
type Island = (typeof islands)[number];
const keptFor = ({ app }: Chat) =>
  app.db.digest.groupBy({ by: ["labId", "recipient"], _count: true, orderBy: { labId: "asc" } });

async function settles({ world, settle }: Chat) {
  for (const { id, title, person } of islands) {
    world.addPerson({ id: person, first_name: `Warga ${person}`, language_code: "id" });
    world.addGroup({ id, title, type: "supergroup", creator: person, members: [person] });
    world.addBot(id, person, true);
    await settle();
    world.say(person, id, `/ide Gagasan dari pulau ${person}`);
    await settle();
  }
}

const heardOn = ({ world }: Chat, { id, person }: Island) =>
  digests(world.history(person, id).map(({ html = "" }) => html));

describe("when many labs are due at the same minute", () => {
  test("each gets its own digest, once", async ({ chat }) => {
    await settles(chat);
    await chat.pass(TO_MONDAY);
    await chat.pass(60_000);
    for (const island of islands) {
      const heard = heardOn(chat, island);
      expect(heard).toHaveLength(1);
      expect(heard[0]).toContain(`Gagasan dari pulau ${island.person}`);
      expect(heard[0]).toContain("1 ide baru");
    }
    expect(chat.errors).toEqual([]);
  });

  test("two processes that close them at the same moment make one digest of each", async ({ chat }) => {
    await settles(chat);
    chat.clock.move(TO_MONDAY);
    await Promise.all([closePeriods(chat.app), closePeriods(chat.app), closePeriods(chat.app)]);
    await chat.pass(60_000);
    for (const island of islands) expect(heardOn(chat, island)).toHaveLength(1);
    const kept = await keptFor(chat);
    expect(kept).toHaveLength(2 * islands.length);
    expect(kept.every(({ _count }) => _count === 1)).toBe(true);
    expect(chat.errors).toEqual([]);
  });

  test("one that fails does not cost the others their turn, and has its own as soon as it can", async ({
    chat,
  }) => {
    await settles(chat);
    const [first, failing, last] = islands as [Island, Island, Island];
    const { id } = await chat.app.db.lab.findFirstOrThrow({ where: { name: failing.title } });
    await chat.app.db.$executeRawUnsafe(`create function fails() returns trigger language plpgsql as
      $$ begin raise exception 'this lab fails'; end $$`);
    await chat.app.db.$executeRawUnsafe(`create trigger fails before insert on "Digest" for each row
      when (new."labId" = ${id}) execute function fails()`);

    await chat.pass(TO_MONDAY);
    expect([first, failing, last].map((island) => heardOn(chat, island).length)).toEqual([1, 0, 1]);
    expect(chat.errors).not.toEqual([]);

    await chat.app.db.$executeRawUnsafe(`drop trigger fails on "Digest"`);
    await chat.pass(60_000);
    await chat.pass(60_000);
    expect(islands.map((island) => heardOn(chat, island).length)).toEqual([1, 1, 1]);
  });

  test("one whose week is changed in between is closed at its new end", async ({ chat }) => {
    await settles(chat);
    const [, changed] = islands as [Island, Island, Island];
    const { id, periodTo } = await chat.app.db.lab.findFirstOrThrow({ where: { name: changed.title } });
    const thursday = { digestDay: 4, periodTo: new Date(periodTo.getTime() + 3 * 24 * HOUR) };
    chat.clock.move(TO_MONDAY);
    const db = afterFirst(chat.app.db, () => chat.app.db.lab.update({ where: { id }, data: thursday }));
    await closePeriods({ ...chat.app, db });
    expect(await chat.app.db.digest.count({ where: { labId: id } })).toBe(0);
    expect(await chat.app.db.digest.count()).toBe(2 * islands.length - 2);

    await chat.pass(60_000);
    expect(heardOn(chat, changed)).toHaveLength(0);
    await chat.pass(3 * 24 * HOUR);
    expect(islands.map((island) => heardOn(chat, island).length)).toEqual([1, 1, 1]);
  });
});

/** A store in which something happens after the first transaction, before the next. */
function afterFirst(store: Store, happens: () => Promise<unknown>): Store {
  let done = false;
  const transact: Store["transact"] = async (work) => {
    const result = await store.transact(work);
    if (!done) await happens();
    done = true;
    return result;
  };
  return new Proxy(store, {
    get: (target, name) => (name === "transact" ? transact : Reflect.get(target, name)),
  });
}

describe("what a digest counts", () => {
  const from = new Date("2026-11-22T23:00:00Z");
  const to = new Date("2026-11-29T23:00:00Z");
  const on = (day: number) => new Date(from.getTime() + (day - 1) * 24 * HOUR);

  test("is what stands: posted, settled, not withdrawn, not undone, from its start until before its end", async ({
    chat,
  }) => {
    const { db } = chat.app;
    await chat.opens();
    const { id: labId } = await db.lab.findFirstOrThrow();
    const { id: personId } = await db.person.findFirstOrThrow();
    const base = { labId, authorId: personId, text: "Kapal", createdAt: from, state: "posted" };
    const recorded = { ...base, recordedById: personId };
    const ideas = await db.idea.createManyAndReturn({
      data: [
        { ...base, number: 1, postedAt: on(0) },
        { ...base, number: 2, postedAt: on(1) },
        { ...base, number: 3, postedAt: on(2), state: "withdrawn" },
        { ...recorded, number: 4, postedAt: on(0.5) },
        { ...recorded, number: 5, postedAt: on(7.5) },
        { ...base, number: 6, postedAt: to },
      ],
    });
    const id = (number: number) => ideas.find((idea) => idea.number === number)?.id ?? 0;
    const about = (number: number) => ({ ideaId: id(number), personId });
    await db.vote.createMany({
      data: [
        { ...about(1), votedAt: on(1) },
        { ...about(2), votedAt: to },
        { ...about(3), votedAt: on(3) },
      ],
    });
    const answer = { role: "mentor", text: "Berapa?", givenAt: on(3) };
    await db.feedback.createMany({
      data: [
        { ...answer, ...about(1) },
        { ...answer, ...about(2), withdrawnAt: on(4) },
      ],
    });
    const decision = { kind: "support", decidedAt: on(3), toldAt: on(3) };
    await db.decision.createMany({
      data: [
        { ...decision, ...about(1) },
        { ...decision, ...about(4), undoneAt: on(3) },
      ],
    });

    const counts = await db.transact((tx) => countPeriods(tx, [{ labId, from, to }]));
    const { fresh, changed, ...numbers } = counts.get(labId) ?? { fresh: [], changed: [] };
    expect(numbers).toEqual({ labId, ideas: 2, votes: 1, feedback: 1, decisions: 1, unanswered: 4 });
    expect([fresh, changed]).toEqual([[id(2), id(4)], [id(1)]]);
  });

  test("is the same for many labs at once, for each by itself, and in a statement by hand", async () => {
    const database = await createDatabase();
    const { db, close } = openDb(database.url, pino({ level: "silent" }));
    await fill(db, 12);
    const labs = await db.lab.findMany({ orderBy: { id: "asc" } });
    const spans = labs.map(({ id, periodFrom, periodTo }) => ({ labId: id, from: periodFrom, to: periodTo }));
    const count = (some: Span[]) => db.transact((tx) => countPeriods(tx, some));
    const together = await count(spans);
    for (const span of spans) expect((await count([span])).get(span.labId)).toEqual(together.get(span.labId));

    const ideas = await db.idea.findMany({ select: { id: true, number: true } });
    const numbers = new Map(ideas.map(({ id, number }) => [id, number]));
    const known = [...together.values()].map(({ fresh, changed, ...counts }) => ({
      ...counts,
      fresh: fresh.map((id) => numbers.get(id)),
      changed: changed.map((id) => numbers.get(id)),
    }));
    expect(known).toEqual(await db.$queryRaw(Prisma.raw(byHand)));
    await close();
    await database.drop();
  });
});

describe("/pekanini", () => {
  test("says the period so far, and asks a leader to decide", async ({ chat }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.tells("bupati", "/pekanini");
    expect(digests(chat.heard("bupati")).at(-1)).toContain("sampai saat ini");
    expect(chat.heard("bupati").at(-1)).toContain("Apa keputusan Anda?");
  });

  test("says nothing yet of what was recorded less than a day ago, whatever happened to it", async ({
    chat,
  }) => {
    await chat.opens();
    await chat.is("bupati", "leader");
    await chat.pass(TO_MONDAY - HOUR);
    const said = await chat.says("ana", "Bagaimana kalau antrean lewat pesan singkat?");
    await chat.says("yosef", "/ide", { replyTo: said });
    await chat.pass(2 * HOUR);
    await chat.presses("maria", "👍");
    await chat.tells("bupati", "/pekanini");
    const [text] = digests(chat.heard("bupati")).slice(-1);
    expect(text).toContain("1 dukungan");
    expect(text).not.toContain("TNB-1");
  });

  test("is not for members", async ({ chat }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.says("ana", "/ide Antrean puskesmas lewat pesan singkat");
    await chat.tells("ana", "/pekanini");
    expect(digests(chat.heard("ana"))).toHaveLength(0);
  });
});
