import type { CastMember } from "./server.ts";
import type { World } from "./world.ts";

/** Everybody whom the playground's visitor can be. */
export const cast = [
  { key: "ana", id: 1001, name: "Ana", role: "member" },
  { key: "yosef", id: 1002, name: "Yosef", role: "member" },
  { key: "maria", id: 1003, name: "Maria", role: "mentor" },
  { key: "bupati", id: 1004, name: "Ibu Bupati", role: "leader" },
  { key: "budi", id: 1005, name: "Budi", role: "facilitator" },
  { key: "sari", id: 1006, name: "Sari", role: "stranger" },
] as const satisfies CastMember[];

export type CastKey = (typeof cast)[number]["key"];

/** Telegram's ids of the cast, by key. */
export const who = Object.fromEntries(cast.map(({ key, id }) => [key, id])) as Record<CastKey, number>;

export const group = { id: -1001000000001, title: "Lab Tanimbar" };

/** Puts the cast and their group into a world; who is there already stays as they are. */
export function peopleWorld(world: World) {
  for (const { id, name } of cast) world.addPerson({ id, first_name: name, language_code: "id" });
  const members = cast.filter(({ role }) => role !== "stranger").map(({ id }) => id);
  world.addGroup({ ...group, type: "supergroup", creator: who.budi, members });
}
