import type { Role } from "../people/person.ts";
import type { Scene } from "../use-case.ts";
import type { Call } from "./api.ts";
import type { Menu, Route } from "./route.ts";
import { type Locale, locales } from "./words.ts";

/** What a group's menu shows, in this order, where it is there: five at the most. */
const IN_GROUPS = ["ide", "ringkas", "semuaide", "ketinggalan", "bantuan"];

/** Whose commands everybody sees; those of a role are in its holders' own menus. */
const FOR_EVERYBODY = new Set(["anyone", "member", "newcomer"]);

/** Tells Telegram which commands its menus offer: for private chats and for groups, in each language. */
export async function setMenus(call: Call, routes: Route[]) {
  for (const scope of ["default", "all_group_chats"] as const) {
    for (const locale of ["id", "en"] as const) {
      const commands = menuOf(routes, scope === "default" ? "private" : "group", locale);
      const language = locale === "id" ? {} : { language_code: locale };
      await call("setMyCommands", { commands, scope: { type: scope }, ...language });
    }
  }
}

type Held = { roles: readonly Role[]; isProgrammeAdmin: boolean };

/** What somebody with these rights may use in private, in one language: computed from the table. */
export function ownMenu(routes: Route[], held: Held, locale: Locale) {
  const scene = { ...held, lab: {}, chat: { kind: "private" } } as unknown as Scene;
  return routes
    .filter(({ rows }) => rows.some(([who]) => who.fits(scene)))
    .flatMap(({ menu }) => (menu?.where.includes("private") ? [menu] : []))
    .map((menu) => ({ command: nameIn(menu, locale), description: describe(menu, locale) }));
}

/** The menu of one kind of chat in one language. English names a command by its last alias. */
export function menuOf(routes: Route[], where: "group" | "private", locale: Locale) {
  const menus = routes.flatMap(({ menu, rows }) =>
    menu?.where.includes(where) && rows.some(([{ is }]) => FOR_EVERYBODY.has(is)) ? [menu] : [],
  );
  const shown =
    where === "private" ? menus : IN_GROUPS.flatMap((name) => menus.filter((menu) => menu.name === name));
  return shown.map((menu) => ({ command: nameIn(menu, locale), description: describe(menu, locale) }));
}

const nameIn = ({ name, aliases }: Menu, locale: Locale) =>
  locale === "en" ? (aliases.at(-1) ?? name) : name;

const describe = ({ name }: Menu, locale: Locale) => locales[locale][`menu.${name}`] ?? name;
