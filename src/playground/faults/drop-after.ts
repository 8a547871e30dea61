import { Dropped } from "./dropped.ts";
import { type CallScope, isCallIn, type Rule, speaking } from "./fault.ts";

/**
 * Telegram does what the call asks, and the connection ends before its answer: the message is there, and the bot does
 * not know. A call that is refused is dropped as well.
 *
 * Source: tdlib/telegram-bot-api issue 126: whoever repeats a call that timed out may have said it twice, whoever does
 * not may have said nothing.
 */
export const dropAfter: Rule<CallScope> = {
  part: "calls",
  here: { method: speaking, times: 1 },
  hooks: (_, scope) => ({
    meets: (call) => isCallIn(scope, call),
    async around(_call, apply) {
      await apply().catch(() => {});
      throw new Dropped("it was done, and the connection ended before the answer");
    },
  }),
};
