import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import type { Due } from "../outbox/due.ts";
import { type Role, roles } from "../people/person.ts";
import type { Call } from "./api.ts";
import { ownMenu } from "./menus.ts";
import type { Route } from "./route.ts";
import { localeOf } from "./words.ts";

/** After these a person may use other commands than before, or reads another language. */
const TO_ONE = new Set([
  ...["person.welcome", "person.roleGiven", "person.roleLost", "person.languageSet"],
  ...["handover.brief", "handover.left", "handover.undoneTold"],
]);
/** After these a group has a facilitator. */
const TO_GROUP = new Set(["lab.opened", "lab.claimed"]);

/** Whether what somebody may use is another thing after this. */
export const changesMenu = ({ key, group }: Due) => (group ? TO_GROUP : TO_ONE).has(key);

/**
 * Shows people the menu of what they may use, before the message that says so goes out. A menu that is not set is
 * no loss: everything in it can be typed, and the next such message sets it.
 */
export const createOwnMenus =
  (app: App, call: Call, routes: Route[]) =>
  async ({ group, personId, chatId }: Due) => {
    const people = await whose(app.db as Db, group ? { chatId } : { personId });
    for (const { telegramId, locale, held } of people) {
      const isProgrammeAdmin = (app.admins ?? []).includes(Number(telegramId));
      const rights = { roles: held, isProgrammeAdmin };
      const commands = ownMenu(routes, rights, localeOf(locale, app.defaults.locale));
      const scope = { type: "chat", chat_id: Number(telegramId) };
      await call("setMyCommands", { commands, scope }).catch(() => undefined);
    }
  };

type Whose = { chatId: number } | { personId: number | null };

/** The person, or the facilitators of the group's lab, with the roles in the lab that their private chat is about. */
async function whose(db: Db, who: Whose) {
  const found = await db.membership.findMany({
    where:
      "chatId" in who
        ? {
            roles: { has: "facilitator" },
            lab: { chats: { some: { id: who.chatId } } },
            person: { private: "open" },
          }
        : { personId: who.personId ?? 0, person: { private: "open" } },
    include: { person: true },
  });
  return found
    .filter(({ labId, person }) => labId === person.currentLabId)
    .map(({ person, roles: held }) => ({
      ...{ telegramId: person.telegramId, locale: person.locale },
      held: roles.filter((role): role is Role => held.includes(role)),
    }));
}
