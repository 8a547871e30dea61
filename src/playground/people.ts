import type { User } from "./bot-api.ts";
import type { Ground } from "./ground.ts";
import { meta } from "./meta.ts";

export type Person = { id: number; user: User; opened: boolean; blocked: boolean };

export type NewPerson = Omit<User, "is_bot">;

/** The one bot of this world. */
export const bot: User = { id: 7_000_000_001, is_bot: true, first_name: "Lumbung", username: "lumbung_bot" };

/** In whose name a group speaks for itself. */
export const anonymous: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};

const notPersons = new Map([bot, anonymous].map((user) => [user.id, user]));

export const token = `${bot.id}:PLAYGROUND`;

export function addPerson(g: Ground, person: NewPerson) {
  const { id, first_name, ...more } = person;
  g.run(
    "INSERT INTO people (id, user) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET user = excluded.user",
    id,
    JSON.stringify({ id, is_bot: false, first_name, ...more }),
  );
}

export function findPerson(g: Ground, id: number): Person | undefined {
  const row = g.one<{ user: string; opened: number; blocked: number }>(
    "SELECT * FROM people WHERE id = ?",
    id,
  );
  if (!row) return undefined;
  return { id, user: JSON.parse(row.user), opened: row.opened === 1, blocked: row.blocked === 1 };
}

/** The person, or an error for whoever drives the world. */
export function personOf(g: Ground, id: number): Person {
  const person = findPerson(g, id);
  if (!person) throw new Error(`nobody has the id ${id}`);
  return person;
}

export const findUser = (g: Ground, id: number): User | undefined =>
  notPersons.get(id) ?? findPerson(g, id)?.user;

export const userOf = (g: Ground, id: number): User => notPersons.get(id) ?? personOf(g, id).user;

export const nameOf = ({ first_name, last_name }: User) => [first_name, last_name].filter(Boolean).join(" ");

export const setOpened = (g: Ground, id: number) => g.run("UPDATE people SET opened = 1 WHERE id = ?", id);

export const setBlocked = (g: Ground, id: number, blocked: boolean) =>
  g.run("UPDATE people SET blocked = ? WHERE id = ?", blocked ? 1 : 0, id);

/** Privacy mode: on unless it was turned off. */
export const privacyOn = (g: Ground) => meta(g, "privacy") !== "off";
