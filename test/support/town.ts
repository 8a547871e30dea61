import type { Killable } from "./killable.ts";

/** A group with its lab: who runs it, who answers, who decides, and who writes ideas. */
export type Quarter = { id: number; owner: number; mentor: number; leader: number; members: number[] };

const MEMBERS = 3;

/** So many groups of people who have all pressed Start, each with the bot among them; none of them is in two. */
export async function buildTown({ world, db, clock, settle }: Killable, size: number): Promise<Quarter[]> {
  const town = Array.from({ length: size }, (_, n) => quarter(n));
  for (const { id, owner, mentor, leader, members } of town) {
    const all = [owner, mentor, leader, ...members];
    for (const person of all)
      world.addPerson({ id: person, first_name: `Warga ${person}`, language_code: "id" });
    world.addGroup({
      id,
      title: `Lab Pulau ${-id % 1000}`,
      type: "supergroup",
      creator: owner,
      members: all,
    });
    world.addBot(id, owner, true);
    for (const person of all) world.start(person);
  }
  await settle();
  await db.lab.updateMany({ data: { dailyLimit: 0 } }); // They write in an hour what others write in a month.
  for (const { id, mentor, leader, members } of town) {
    const { labId } = await db.chat.findUniqueOrThrow({ where: { telegramId: BigInt(id) } });
    const roles = { [mentor]: ["mentor"], [leader]: ["leader"] };
    for (const telegramId of [mentor, leader, ...members]) {
      const { id: personId } = await db.person.findUniqueOrThrow({
        where: { telegramId: BigInt(telegramId) },
      });
      const joined = { personId, labId: labId ?? 0, roles: roles[telegramId] ?? [], joinedAt: clock.now() };
      await db.membership.create({ data: joined });
    }
  }
  return town;
}

function quarter(n: number): Quarter {
  const first = 2_000 + 10 * n;
  const members = Array.from({ length: MEMBERS }, (_, m) => first + 3 + m);
  return { id: -1_001_000_001_000 - n, owner: first, mentor: first + 1, leader: first + 2, members };
}
