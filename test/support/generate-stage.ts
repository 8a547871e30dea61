import type { User } from "../../src/playground/bot-api.ts";
import { group } from "../../src/playground/cast.ts";
import { routes } from "../../src/telegram/routes.ts";
import type { Chat } from "./chat.ts";
import type { Random } from "./generate-random.ts";
import { text } from "./generate-words.ts";

/** Where generated updates happen: chats and people that the emulator and the bot know. */
export type Stage = {
  chat: Chat;
  random: Random;
  /** Groups with a lab, in which the bot stays. */
  labs: number[];
  /** Chats in which anything may happen to the bot: it is removed, blocked, moved. */
  loose: number[];
  people: User[];
  /** What ideas' codes begin with. */
  codes: string[];
  commands: string[];
  buttons: string[];
};

const LABS = 10;
const LOOSE = 4;
const PEOPLE = 60;
/** So many of them have a role in every lab. */
const HOLDERS = 30;

/** Opens labs in groups with odd names, among people with odd names; some of them have roles. */
export async function setStage(chat: Chat, random: Random): Promise<Stage> {
  const { app, world } = chat;
  const people = Array.from({ length: PEOPLE }, (_, i) => person(random, i));
  for (const { is_bot: _, ...each } of people) world.addPerson(each);
  const groups = Array.from({ length: LABS + LOOSE }, (_, i) => group.id - 1 - i);
  const ids = people.map(({ id }) => id);
  groups.forEach((id, i) => {
    const title = i % 2 === 0 ? `Lab ${i}` : named(random, 128);
    world.addGroup({ id, title, creator: ids[i] ?? 0, members: ids });
    world.addBot(id, ids[i] ?? 0, i % 3 !== 0);
  });
  await rest(chat);
  for (const id of ids.slice(0, PEOPLE - 10)) world.start(id);
  await rest(chat);
  await join(chat);

  const table = routes(app);
  return {
    ...{ chat, random, people, labs: groups.slice(0, LABS), loose: groups.slice(LABS) },
    codes: (await app.db.labCode.findMany()).map(({ code }) => code),
    commands: table.flatMap(({ menu }) => (menu ? [menu.name, ...menu.aliases] : [])),
    buttons: [
      ...new Set(table.flatMap(({ name, menu }) => (/^[a-zA-Z]+$/.test(name) && !menu ? [name] : []))),
    ],
  };
}

function person(random: Random, i: number): User {
  return {
    id: i % 5 === 0 ? 5_000_000_000 + i : 20_000 + i,
    is_bot: false,
    first_name: i % 2 === 0 ? `Orang ${i}` : named(random, 64),
    ...(random.chance(0.3) ? { last_name: named(random, 64) } : {}),
    ...(random.chance(0.3) ? { username: `orang_${i}` } : {}),
    ...(random.chance(0.7) ? { language_code: random.pick(["id", "en", "ar", "zh-hans"]) } : {}),
  };
}

/** Telegram keeps control characters out of names. */
const named = (random: Random, most: number) =>
  text(random, most)
    .replaceAll(/\p{Cc}/gu, "")
    .toWellFormed() || "?";

/** Waits until the bot has nothing more to do; meanwhile its clock goes fast, since it waits for a chat's next second. */
export async function rest(chat: Chat) {
  const ticking = setInterval(() => chat.clock.move(500), 20);
  await chat.settle().finally(() => clearInterval(ticking));
}

/** Everybody who came to the bot belongs to every lab, some of them with a role. */
async function join({ app }: Chat) {
  const labs = await app.db.lab.findMany();
  const people = await app.db.person.findMany();
  const rolesOf = (i: number) => (i < HOLDERS ? [["mentor", "leader", "facilitator"][i % 3] as string] : []);
  await app.db.membership.deleteMany();
  await app.db.membership.createMany({
    data: labs.flatMap(({ id: labId }) =>
      people.map(({ id: personId }, i) => ({
        personId,
        labId,
        roles: rolesOf(i),
        joinedAt: app.clock.now(),
      })),
    ),
  });
  for (const [i, { id }] of people.entries())
    await app.db.person.update({ where: { id }, data: { currentLabId: labs[i % labs.length]?.id ?? null } });
}
