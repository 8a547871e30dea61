import type { Db } from "../../src/db.ts";
import { AT_ONCE, groupId, voter, writer } from "./scenes.ts";

const NOW = new Date("2026-11-27T06:00:00Z");

/** A lab with one group, one idea and its card for each client, and so many people in each. Ids count from 1. */
export async function fill(db: Db, people: number) {
  const letters = "ABCDEFGHIJKLMNOP";
  for (let c = 0; c < AT_ONCE; c++) {
    const lab = await db.lab.create({
      data: {
        ...{
          name: `Lab ${c}`,
          code: `BB${letters[c]}`,
          zone: "Asia/Jayapura",
          locale: "id",
          recordsTalk: true,
        },
        ...{ periodFrom: NOW, periodTo: new Date("2027-11-27T06:00:00Z"), createdAt: NOW },
        chats: {
          create: { telegramId: BigInt(groupId(c)), kind: "supergroup", title: "Lab Beban", joinedAt: NOW },
        },
      },
    });
    await db.person.create({ data: newPerson(writer(c), lab.id) });
  }
  for (let i = 0; i < people; i++)
    await db.person.createMany({
      data: Array.from({ length: AT_ONCE }, (_, c) => newPerson(voter(c, i), c + 1)),
    });
  await db.$executeRaw`insert into "Membership" ("personId", "labId", roles, "joinedAt")
    select id, "currentLabId", case when id > ${AT_ONCE} then '{mentor,leader}'::text[] else '{}' end, ${NOW}
    from "Person"`;
  for (let c = 0; c < AT_ONCE; c++) await cardFor(db, c);
}

const newPerson = (telegramId: number, currentLabId: number) => ({
  ...{ telegramId: BigInt(telegramId), name: "Warga", private: "open", currentLabId, locale: "id" },
});

async function cardFor(db: Db, c: number) {
  const text = "Perahu puskesmas keliling setiap pekan";
  const idea = { labId: c + 1, number: 1, authorId: c + 1, text, createdAt: NOW, postedAt: NOW };
  await db.idea.create({ data: idea });
  await db.lab.update({ where: { id: c + 1 }, data: { ideaCount: 1 } });
  const post = {
    chatId: c + 1,
    rawChatId: BigInt(groupId(c)),
    messageId: 500,
    about: "idea",
    aboutId: c + 1,
  };
  await db.post.create({ data: { ...post, view: "idea" } });
}
