import { ApiError, GatewayError } from "../api-error.ts";
import { type CallScope, isCallIn, type Rule, speaking } from "./fault.ts";

const words: Record<number, string> = {
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

type Broken = CallScope & {
  /** 500, 502, 503 or 504; 502 unless said. */
  status?: number;
  /** The gateway before Telegram answers, with a page that is no JSON. */
  html?: boolean;
  /** What the call asks is done nevertheless. */
  applied?: boolean;
};

/**
 * Telegram, or the gateway before it, answers with 5xx.
 *
 * Source: tdlib/telegram-bot-api issue 868 (502 in JSON), nickoala/telepot issue 31 (502 as nginx's page); 500 is
 * `fail_query_with_error` in that server's Client.cpp.
 */
export const serverError: Rule<Broken> = {
  part: "calls",
  here: { method: speaking, html: true, times: 2 },
  hooks: (_, { status = 502, html = false, applied = false, ...scope }) => ({
    meets: (call) => isCallIn(scope, call),
    async around(_call, apply) {
      if (applied) await apply().catch(() => {});
      const text = words[status] ?? "Internal Server Error";
      throw html ? new GatewayError(status, text) : new ApiError(status, text);
    },
  }),
};
