import { describe } from "vitest";
import type { Llm } from "../src/llm/llm.ts";
import { type Chat, expect, test, who } from "./support/chat.ts";

const EVIL = "https://jahat.example/x";
const NAME = `<b>Ana</b> @maria ${EVIL} /hapus`;
const WORDS = `<a href="${EVIL}">klik</a> <b>tebal</b> [klik](${EVIL}) @maria &lt;i&gt; tg://user?id=1003 /hapus_semua`;

/** Answers with what a model might have been talked into. */
const llm: Llm = {
  ask: async ({ name }, slots) => {
    if (name === "ask-questions") return { questions: [{ about: "affected", text: `${WORDS}?` }] } as never;
    const [id = "1"] = JSON.stringify(slots).match(/\d+/) ?? [];
    const point = { text: WORDS, messages: [Number(id)] };
    return { points: [point], questions: [point], nextSteps: [point], summary: WORDS } as never;
  },
};

/** Everything that the bot sent or changed, as Telegram got it. */
const sent = ({ world }: Chat) =>
  world
    .calls()
    .flatMap(({ method, params, ok, error }) =>
      /^(send|edit|answer)/.test(method) ? [{ method, text: String(params.text ?? ""), ok, error }] : [],
    );

describe("what people call themselves, their groups and their ideas", () => {
  const trick = test.extend<{ llm: Llm | undefined }>({ llm });

  trick(
    "is shown as text: no tag, no link, no call to anybody, no command",
    { timeout: 60_000 },
    async ({ chat }) => {
      const { world } = chat;
      world.addPerson({ id: 3001, first_name: NAME, language_code: "id" });
      const odd = -1001000000099;
      world.addGroup({
        id: odd,
        title: `<i>Lab</i> @semua ${EVIL}`,
        type: "supergroup",
        creator: 3001,
        members: [3001, who.maria, who.bupati],
      });
      world.setPrivacy(false);
      world.addBot(odd, 3001, true);
      await chat.settle();
      world.start(3001);
      world.start(who.maria);
      world.start(who.bupati);
      await chat.settle();
      const theLab = await chat.app.db.lab.findFirstOrThrow();
      await chat.app.db.lab.update({
        where: { id: theLab.id },
        data: { recordsTalk: true, usesModel: true },
      });
      for (const [telegramId, role] of [
        [who.maria, "mentor"],
        [who.bupati, "leader"],
      ] as const) {
        const { id: personId } = await chat.app.db.person.update({
          where: { telegramId: BigInt(telegramId) },
          data: { currentLabId: theLab.id, name: NAME },
        });
        const data = { personId, labId: theLab.id, roles: [role], joinedAt: chat.clock.now() };
        await chat.app.db.membership.upsert({
          where: { personId_labId: { personId, labId: theLab.id } },
          create: data,
          update: data,
        });
      }

      const says = async (person: number, text: string, more: { replyTo?: number } = {}, where = odd) => {
        world.say(person, where, text, more);
        await chat.settle();
        chat.clock.move(10_000);
      };
      await says(3001, `/ide ${WORDS}`);
      const card = world.history(3001, odd).findLast(({ buttons }) => buttons)?.id ?? 0;
      await says(who.maria, WORDS, { replyTo: card });
      await says(3001, WORDS);
      for (const text of [
        "/ringkas 1 hari",
        "/semuaide",
        "/tim",
        "/pengaturan",
        `/pengaturan nama ${WORDS}`.slice(0, 100),
        "/bantuan",
      ])
        await says(3001, text);
      for (const text of ["/ideku", "/semuaide", `/ide ${WORDS}`, WORDS]) await says(3001, text, {}, 3001);
      await says(who.maria, "/antrean", {}, who.maria);
      await says(who.bupati, "/pekanini", {}, who.bupati);
      await chat.pass(4 * 86_400_000);
      await chat.pass(60_000);

      const all = sent(chat);
      expect(all.length).toBeGreaterThan(15);
      expect(all.filter(({ ok, error }) => !ok && /pars|entit/i.test(error ?? ""))).toEqual([]);
      const words = all.map(({ text }) => text).join("\n");
      expect(words).toContain("&lt;b&gt;");
      expect(words).toContain("jahat");
      expect(words).toContain("disusun dengan model bahasa");
      expect(words).not.toMatch(/<a href="(?!https:\/\/t\.me\/|tg:\/\/user\?id=\d+")/);
      expect(words).not.toMatch(/<b>tebal|<i>Lab|<b>Ana/);
      expect(words).not.toMatch(/(^|[^\w@/])@(maria|semua)/);
      expect(words).not.toMatch(/(^|[^\w/@<>])\/hapus/);
      // A name is no address either: what stands in front of an idea's own link is somebody's name.
      expect(words).not.toMatch(/(Oleh|—|Fasilitator:) [^\n]*https:\/\/jahat/);
      expect(chat.errors).toEqual([]);
    },
  );
});
