import { isUpdateIn, type Rule, type UpdateScope } from "./fault.ts";

/**
 * An update comes once more, with the same id: at the next poll although it was confirmed, at the webhook although it
 * was answered with 200.
 *
 * Source: core.telegram.org/bots/api#update: `update_id` allows "to ignore repeated updates".
 */
export const redeliver: Rule<UpdateScope> = {
  part: "updates",
  here: {},
  hooks(_, scope) {
    const again = new Set<number>();
    return {
      comesAgain(update) {
        if (again.has(update.id) || !isUpdateIn(scope, update)) return false;
        again.add(update.id);
        return true;
      },
    };
  },
};
