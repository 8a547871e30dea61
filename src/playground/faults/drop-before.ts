import { Dropped } from "./dropped.ts";
import { type CallScope, isCallIn, type Rule, speaking } from "./fault.ts";

/**
 * The connection ends after the call was sent and before Telegram has done anything. The bot cannot tell this from
 * `drop-after`.
 *
 * Source: tdlib/telegram-bot-api issue 126: calls have no key by which Telegram knows a repeated one.
 */
export const dropBefore: Rule<CallScope> = {
  part: "calls",
  here: { method: speaking, times: 1 },
  hooks: (_, scope) => ({
    meets: (call) => isCallIn(scope, call),
    async around() {
      throw new Dropped("the connection ended before anything was done");
    },
  }),
};
