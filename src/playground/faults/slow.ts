import { setTimeout as sleep } from "node:timers/promises";
import { type CallScope, isCallIn, type Rule } from "./fault.ts";

/** Milliseconds of real time. */
const USUAL = 3_000;

/**
 * Telegram does what the call asks at once, and answers late: after `by` milliseconds of real time, whatever the
 * world's clock says. Long enough, it is a connection that is open and dead.
 *
 * Source: tdlib/telegram-bot-api, HttpServer.h: the server itself keeps an idle connection for 500 s.
 */
export const slow: Rule<CallScope & { by?: number }> = {
  part: "calls",
  here: {},
  hooks: (_, { by = USUAL, ...scope }) => ({
    meets: (call) => isCallIn(scope, call),
    async around({ gone }, apply) {
      const answer = apply();
      await Promise.allSettled([answer]);
      await sleep(by, undefined, { signal: gone }).catch(() => {});
      return answer;
    },
  }),
};
