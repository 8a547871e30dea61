import { describe } from "vitest";
import { createIdea } from "../src/ideas/add-idea.ts";
import { termsOfIdea } from "../src/search/terms.ts";
import { routes } from "../src/telegram/routes.ts";
import { type Chat, expect, lab, test, who } from "./support/chat.ts";
import { forgedPress, stored } from "./support/forge.ts";
import { last, presses } from "./support/opens.ts";
import { allSeen, offers, opensTwo, PASER } from "./support/two-labs.ts";

/** Stands in every idea that must not be seen, and is typed by nobody else. */
const MARK = "Zamrud";
const TEXT = `Perahu perpustakaan ${MARK} keliling antar pulau`;

const STATES = ["posted", "draft", "waiting", "hidden", "withdrawn", "joined"];

/**
 * Paser's ideas that Tanimbar must not see: one that is not shared, an anonymous one, and one in each state that is not
 * in sight, all of them marked as shared and in the index, as if each had been shared once.
 */
async function hides(chat: Chat) {
  const { db, clock } = chat.app;
  const paser = await db.lab.findUniqueOrThrow({ where: { code: "PSR" } });
  const sari = await db.person.findUniqueOrThrow({ where: { telegramId: BigInt(who.sari) } });
  const now = clock.now();
  const made = { authorId: sari.id, text: TEXT, createdAt: now, postedAt: now };
  const terms = termsOfIdea({ labId: paser.id, text: TEXT }, true);
  const ids: number[] = [];
  const offer = async (idea: object, state: string) => {
    const { id } = await db.transact((tx) => createIdea(tx, paser, { ...made, ...idea, state }));
    await db.idea.update({ where: { id }, data: { terms, sharedAt: now, ...idea } });
    ids.push(id);
  };
  for (const state of STATES) await offer(state === "posted" ? { sharedAt: null } : {}, state);
  await offer({ anonymous: true }, "posted");
  return ids;
}

/** Budi holds every role in Tanimbar. */
async function opensAll(chat: Chat) {
  await opensTwo(chat);
  for (const role of ["mentor", "leader"] as const) {
    const budi = { person: { telegramId: BigInt(who.budi) }, lab: { code: "TNB" } };
    await chat.app.db.membership.updateMany({ where: budi, data: { roles: { push: role } } });
  }
}

const buttons = routes({ db: undefined as never, llm: undefined }).filter(({ menu, event, name, match }) => {
  if (menu || event) return false;
  return match({ callbackQuery: { data: name }, state: {} } as never) !== undefined;
});

describe("what a lab does not share reaches no other lab", () => {
  test("by any button, pressed in private by somebody of all roles", { timeout: 240_000 }, async ({
    chat,
  }) => {
    await opensAll(chat);
    const ids = await hides(chat);
    const before = await stored(chat);
    for (const { name } of buttons) {
      for (const id of ids) {
        const data = `${name}:${id}:yes`;
        chat.clock.move(5_000); // So that it is no flood.
        const { text } = await forgedPress(chat, who.budi, { data, chat: who.budi });
        expect(text ?? "", data).not.toContain(MARK);
      }
    }
    for (const id of ids)
      for (const name of ["replicate", "foreign", "share", "details", "join", "inspired"]) {
        chat.clock.move(5_000);
        await forgedPress(chat, who.budi, { data: `${name}:${id}:${id}` });
      }
    expect(allSeen(chat, "budi", [lab])).not.toContain(MARK);
    expect(JSON.parse(await stored(chat))[1]).toEqual(JSON.parse(before)[1]); // No idea changed or came.
  });

  test("by any code, link, search or likeness", { timeout: 120_000 }, async ({ chat }) => {
    await opensAll(chat);
    const { length } = await hides(chat);
    for (let number = 1; number <= length + 1; number++) {
      const code = `PSR-${number}`;
      chat.clock.move(60_000);
      for (const command of ["/cari", "/tahap", "/rencana", "/ringkas"]) {
        await chat.tells("budi", `${command} ${code}`);
        expect(last(chat, "budi"), `${command} ${code}`).toBe(
          `${code} milik lab lain dan belum dibagikan, atau tidak ada.`,
        );
        chat.clock.move(20_000);
      }
      await chat.says("budi", `/cari ${code}`);
      await chat.starts("budi", `i_${code}`);
      expect(last(chat, "budi")).toContain(`Ide ${code} ada di lab yang belum Anda ikuti`);
    }
    await chat.tells("budi", "/cari perahu perpustakaan");
    await chat.says("ana", "/cari perahu");
    await chat.says("ana", "/ide Perahu perpustakaan keliling antar pulau");
    await chat.tells("ana", "/ide Perpustakaan keliling dengan perahu");
    await chat.pass(10_000);
    await chat.tells("budi", "/antrean");
    await chat.tells("budi", "/semuaide");
    await chat.pass(4 * 86_400_000);
    for (const person of ["ana", "budi"] as const) {
      expect(allSeen(chat, person, [lab])).not.toContain(MARK);
      expect(allSeen(chat, person, [lab])).not.toContain("Kab. Paser");
    }
    expect(chat.errors).toEqual([]);
  });

  test("nor does what was shared and no longer is: one by one, as it leaves", async ({ chat }) => {
    await opensTwo(chat);
    const { db } = chat.app;
    const code = await offers(chat, TEXT);
    await chat.starts("ana", `i_${code}`);
    expect(last(chat, "ana")).toContain(MARK);
    const page = chat.sees("ana").at(-1)?.id ?? 0;
    const unseen = async (why: string) => {
      chat.clock.move(60_000);
      const toast = await chat.presses("ana", "Kaji tiru", { in: who.ana, on: page });
      expect(toast, why).toContain("tidak dibagikan ke lab Anda");
      await chat.tells("ana", "/cari perahu perpustakaan");
      expect(last(chat, "ana"), why).not.toContain(MARK);
      await chat.tells("ana", `/cari ${code}`);
      expect(last(chat, "ana"), why).toContain("belum dibagikan");
    };
    await db.lab.update({ where: { code: "PSR" }, data: { admittedAt: null } });
    await unseen("its lab left");
    await db.lab.update({ where: { code: "PSR" }, data: { admittedAt: chat.clock.now() } });
    await db.lab.update({ where: { code: "TNB" }, data: { admittedAt: null } });
    await unseen("the reader's lab left");
    await db.lab.update({ where: { code: "TNB" }, data: { admittedAt: chat.clock.now() } });
    await chat.starts("sari", `i_${code}`);
    await presses(chat, "sari", "Tarik");
    await presses(chat, "sari", "Belum matang");
    await unseen("it was withdrawn");
    await presses(chat, "sari", "Kembalikan");
    await chat.tells("ana", `/cari ${code}`);
    expect(last(chat, "ana")).toContain(MARK);
    await chat.starts("sari", `i_${code}`);
    await presses(chat, "sari", "Berhenti berbagi");
    await unseen("sharing was ended");
    expect(chat.errors).toEqual([]);
  });

  test("a person of both labs sees each lab's own in that lab only", async ({ chat }) => {
    await opensTwo(chat);
    await chat.says("sari", `/ide ${TEXT}`, { in: PASER });
    const { personId } = await chat.app.db.membership.findFirstOrThrow({ where: { lab: { code: "PSR" } } });
    const { id: labId } = await chat.app.db.lab.findUniqueOrThrow({ where: { code: "TNB" } });
    await chat.app.db.membership.create({
      data: { personId, labId, roles: [], joinedAt: chat.clock.now() },
    });
    await chat.app.db.person.update({ where: { id: personId }, data: { currentLabId: labId } });
    await chat.tells("sari", "/cari perahu");
    expect(last(chat, "sari")).not.toContain(MARK);
    await chat.tells("sari", "/tahap PSR-1");
    expect(last(chat, "sari")).toContain(MARK);
    await chat.tells("sari", "/cari antrean");
    expect(last(chat, "sari")).toContain("TNB-1");
  });
});
