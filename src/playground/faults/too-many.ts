import { ApiError } from "../api-error.ts";
import { type CallScope, isCallIn, type Rule } from "./fault.ts";

/** Seconds to wait, where no end is known. */
const USUAL = 5;

/**
 * Telegram refuses calls with 429 and tells after how many seconds they may be tried again: of one chat, or all.
 * Armed for a time, it tells what is left of that.
 *
 * Source: core.telegram.org/bots/faq ("my bot is hitting limits"), core.telegram.org/bots/api#responseparameters;
 * the words are those of tdlib/telegram-bot-api, Query.cpp, `set_retry_after_error`.
 */
export const tooMany: Rule<CallScope & { retryAfter?: number }> = {
  part: "calls",
  here: { ms: 10_000 },
  hooks(g, { retryAfter, ...scope }) {
    const now = () => g.clock.now().getTime();
    const until = scope.ms === undefined ? undefined : now() + scope.ms;
    const left = () => (until === undefined ? USUAL : Math.max(1, Math.ceil((until - now()) / 1000)));
    return {
      meets: (call) => isCallIn(scope, call),
      async around() {
        const seconds = retryAfter ?? left();
        throw new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
      },
    };
  },
};
