import { describe } from "vitest";
import { answers } from "../src/forms/answers.ts";
import { createLab } from "../src/labs/create-lab.ts";
import { type CastKey, who } from "../src/playground/cast.ts";
import { questions } from "../src/questions/question.ts";
import { routes } from "../src/telegram/routes.ts";
import { type Chat, expect, lab, test } from "./support/chat.ts";
import { card, last, opens } from "./support/opens.ts";

/** Every command that there is, so that a new one is covered by itself. */
const commands = routes({ llm: undefined, db: undefined as never }).flatMap(({ menu }) =>
  menu ? [menu.name] : [],
);
/** Every question whose answer somebody may write. */
const forms = ["idea", "search", ...questions, ...Object.keys(answers)];

/** The word by which a text is found again: not its code, which may become an idea's, nor its day. */
const markOf = (text: string) => /^[A-Z]{3}-\d (\w+)/.exec(text)?.[1] ?? text.slice(0, 11);

/** Telegram takes 4096 characters at the most; what is longer comes as two messages. */
const TOO_LONG = "panjang sekali ".repeat(340);
const inputs: Record<string, string> = {
  "far too long": TOO_LONG.slice(0, 4070),
  "its own rest": TOO_LONG.slice(4070),
  empty: "",
  "only emoji": "👍🌾",
  "only signs": "… ?!",
  "a command inside": "/hapus semuanya",
  "another lab's code": "PALU-1",
  "no lab's code": "XYZ-9 Rembuk besok",
  "an impossible day": "TNB-1 Rapat 30/2",
  yesterday: "TNB-1 Temu kemarin",
};

/** Each of them may do everything; another lab has an idea that nobody here may see. */
const people = ["ana", "yosef", "maria", "bupati", "budi"] as const;

async function begins(chat: Chat, locale: string) {
  await opens(chat);
  await chat.starts("bupati");
  const { db, defaults } = chat.app;
  await db.membership.updateMany({ data: { roles: ["mentor", "leader", "facilitator"] } });
  await chat.is("bupati", "facilitator");
  await db.membership.updateMany({ data: { roles: ["mentor", "leader", "facilitator"] } });
  await db.person.updateMany({ data: { locale } });
  const other = await db.$transaction((tx) => createLab({ db: tx, now: chat.clock.now(), defaults }, "Palu"));
  await db.labCode.createMany({ data: [{ code: "PALU", labId: other.id }] });
  const { authorId } = await db.idea.findFirstOrThrow();
  const theirs = { labId: other.id, number: 1, text: "Rahasia orang lain", authorId };
  await db.idea.create({ data: { ...theirs, createdAt: chat.clock.now() } });
}

const INDONESIAN = /\b(yang|tidak|Anda|untuk|belum|dengan)\b/;
const ENGLISH = /\b(the|you|your|with|not)\b/i;
/** Words of the other language: nobody here types any of these. */
const strange = (text: string, locale: string) => (locale === "en" ? INDONESIAN : ENGLISH).exec(text)?.[0];

/** What the bot says to somebody privately, and signs on a message, or says below it, in the group. */
function listens(chat: Chat) {
  const before = new Map(people.map((person) => [person, chat.heard(person).length]));
  return {
    privately: (person: CastKey) => chat.heard(person).slice(before.get(person as "ana") ?? 0),
    below: (id: number) =>
      chat.sees("yosef", lab).filter((one) => one.replyTo?.id === id || (one.id === id && one.reactions)),
  };
}

/** Nobody should be told of an error of ours, nor read that an update failed. */
async function expectSound(chat: Chat) {
  expect(chat.errors).toEqual([]);
  expect(await chat.app.db.update.count({ where: { error: { not: null } } })).toBe(0);
  expect([...chat.heard("budi"), ...chat.heard("budi", lab)].join()).not.toContain("Rahasia orang lain");
}

/** Everybody types another of these at once; what the clock brings comes before the next. */
async function allType(chat: Chat, where: "private" | "group", texts: string[]) {
  await chat.pass(61_000);
  const heard = listens(chat);
  const ids = texts.map((text, n) => {
    const person = who[people[n] ?? "ana"];
    return chat.world.say(person, where === "group" ? lab : person, text).message_id;
  });
  await chat.settle();
  return texts.map((text, n) => {
    const privately = heard.privately(people[n] ?? "ana");
    return {
      text,
      privately,
      answers: privately.length + (where === "group" ? heard.below(ids[n] ?? 0).length : 0),
    };
  });
}

const kinds = Object.keys(inputs);
const halves = [kinds.slice(0, people.length), kinds.slice(people.length)];

describe.for(["id", "en"])("in %s", (locale) => {
  test.for(commands)(
    "/%s answers whatever is typed after it",
    { timeout: 60_000 },
    async (name, { chat }) => {
      await begins(chat, locale);
      for (const where of ["private", "group"] as const)
        for (const half of halves) {
          const typed = half.map((kind) => `/${name} ${inputs[kind]}`.trim());
          for (const [n, { answers, privately }] of (await allType(chat, where, typed)).entries()) {
            expect(answers, `${half[n]}, ${where}`).toBeGreaterThan(0);
            expect(strange(privately.join("\n"), locale), `${half[n]}, ${where}`).toBeUndefined();
          }
        }
      await expectSound(chat);
    },
  );
});

describe("a question", () => {
  /** Whether these words are stored, wherever; what is only to be said, or was received, does not count. */
  const isStored = async ({ app: { db } }: Chat, words: string) => {
    const tables = await db.$queryRaw<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_name not in ('Update', 'Outbox', 'Done')`;
    const found = tables.map(({ name }) =>
      db.$queryRawUnsafe<unknown[]>(`select 1 from "${name}" t where t::text like $1`, `%${words}%`),
    );
    return (await Promise.all(found)).some((rows) => rows.length > 0);
  };

  /** One of each thing that a question may be about, all of this person's idea. */
  async function aboutAll(
    { app: { db }, clock }: Chat,
    { idea, personId }: { idea: number; personId: number },
  ) {
    const now = clock.now();
    const { labId } = await db.idea.update({
      where: { id: idea },
      data: { authorId: personId, launchedAt: now },
    });
    const shared = { labId, personId, text: "Loket pagi", sharedAt: now };
    const planned = { ideaId: idea, what: "Latih kader", who: "", dueOn: now, createdAt: now };
    const asked = { ideaId: idea, days: 30, askedAt: now, state: "stopped" };
    const { id: experience } = await db.experience.create({ data: shared });
    const { id: step } = await db.planItem.create({ data: planned });
    const { id: pulse } = await db.pulse.create({ data: asked });
    return { idea, to: "design", challenge: 0, kind: "result", experience, step, pulse };
  }

  test.for(forms)(
    "(%s) answers whatever is written to it, and loses nothing",
    { timeout: 60_000 },
    async (kind, { chat }) => {
      await begins(chat, "id");
      const { db } = chat.app;
      const { id: personId } = await db.person.findUniqueOrThrow({ where: { telegramId: BigInt(who.budi) } });
      const { id: chatId } = await db.chat.findUniqueOrThrow({ where: { telegramId: BigInt(who.budi) } });
      const { id: idea } = await db.idea.findFirstOrThrow({
        where: { number: 1, text: { contains: "Antrean" } },
      });
      const state = await aboutAll(chat, { idea, personId });
      // The gate of a stage is asked for from the stage before it; a launch from the stage that it belongs to.
      const stage = kind === "stage" ? "diagnose" : "deliver";
      for (const [input, text] of Object.entries(inputs)) {
        if (text === "" || text.startsWith("/")) continue; // That is no answer.
        await db.draft.updateMany({ where: { personId, doneAt: null }, data: { doneAt: chat.clock.now() } });
        const asked = { personId, chatId, kind, state, createdAt: chat.clock.now() };
        await db.draft.create({ data: asked });
        await db.idea.update({ where: { id: idea }, data: { stage } });
        const heard = listens(chat);
        await chat.tells("budi", text);
        expect(heard.privately("budi").length, input).toBeGreaterThan(0);
        const open = await db.draft.count({ where: { personId, kind, doneAt: null } });
        const repeated = last(chat, "budi").includes(text.slice(0, 20));
        expect(open > 0 || repeated || (await isStored(chat, markOf(text))), input).toBe(true);
        chat.clock.move(10_000);
      }
      await expectSound(chat);
    },
  );
});

describe("a message that is deleted before the bot gets to it", () => {
  test("is answered all the same, whatever its command", { timeout: 60_000 }, async ({ chat }) => {
    await begins(chat, "id");
    for (const [n, name] of commands.entries()) {
      const person = people[n % people.length] ?? "ana";
      const heard = listens(chat);
      const before = chat.heard("yosef", lab).length;
      const { message_id: id } = chat.world.say(who[person], lab, `/${name}`);
      chat.world.inside.ground.run("DELETE FROM messages WHERE chat = ? AND id = ?", lab, id);
      await chat.settle();
      const inGroup = chat.heard("yosef", lab).length - before;
      expect(heard.privately(person).length + inGroup, name).toBeGreaterThan(0);
      chat.clock.move(10_000);
    }
    await expectSound(chat);
  });

  test("or whose button was pressed: the press counts", async ({ chat }) => {
    await begins(chat, "id");
    const on = card(chat)?.id ?? 0;
    const pressed = chat.world.press(who.yosef, lab, on, "👍");
    chat.world.inside.ground.run("DELETE FROM messages WHERE chat = ? AND id = ?", lab, on);
    await chat.settle();
    expect((await pressed).text).toContain("dihitung");
    await chat.pass(6_000);
    expect(await chat.app.db.vote.count()).toBe(1);
  });

  test("or that is answered later: a reply to what is gone is an ordinary message", async ({ chat }) => {
    await begins(chat, "id");
    const on = card(chat)?.id ?? 0;
    chat.world.inside.ground.run("DELETE FROM messages WHERE chat = ? AND id = ?", lab, on);
    const before = chat.heard("yosef", lab).length;
    await chat.says("yosef", "Saya setuju dengan ide itu");
    expect(chat.heard("yosef", lab)).toHaveLength(before);
    await expectSound(chat);
  });
});

test("a sticker below a card is no comment, and nobody is lectured", async ({ chat }) => {
  await opens(chat);
  const message = {
    message_id: 9_999,
    date: 1,
    chat: { id: lab, type: "supergroup", title: "Lab Tanimbar" },
  };
  const from = { id: who.yosef, is_bot: false, first_name: "Yosef" };
  const bot = {
    id: chat.world.history(who.yosef, lab).find((one) => one.from.bot)?.from.id ?? 0,
    is_bot: true,
  };
  const replied = { ...message, message_id: card(chat)?.id ?? 0, from: { ...bot, first_name: "Lumbung" } };
  const before = chat.heard("yosef", lab).length;
  const sticker = { ...message, from, reply_to_message: replied, sticker: { file_id: "x" } };
  await chat.take([{ update_id: 88_000_001, message: sticker }] as never);
  await chat.settle();
  expect(chat.heard("yosef", lab)).toHaveLength(before);
  expect(await chat.app.db.line.count()).toBe(0);
});
