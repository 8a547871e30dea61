import { HttpsProxyAgent } from "https-proxy-agent";
import { Telegram, TelegramError } from "telegraf";
import type { Counts } from "../counts.ts";
import { Refused, Unreachable } from "../outbox/outcome.ts";

/** Calls a method of the Bot API and returns its result; throws `Refused` or `Unreachable`, never with a token. */
export type Call = <T = unknown>(
  method: string,
  payload?: object,
  options?: { timeout?: number; signal?: AbortSignal },
) => Promise<T>;

export type Api = { telegram: Telegram; call: Call };

export type ApiOptions = { token: string; apiRoot?: string | undefined; proxy?: string | undefined };

/** How long one call may take, in milliseconds. Telegraf's own limit is 500 s. */
const TIMEOUT = 20_000;

/** The client for the Bot API at `apiRoot`. */
export function createApi({ token, apiRoot, proxy }: ApiOptions, count?: Counts): Api {
  const telegram = new Telegram(token, {
    webhookReply: false,
    ...(apiRoot ? { apiRoot } : {}),
    ...(proxy ? { agent: new HttpsProxyAgent(proxy) } : {}),
  });
  // Telegraf's types end at Bot API 7.1, and its signal is of a polyfill's type.
  const callApi = telegram.callApi.bind(telegram) as unknown as (
    method: string,
    payload: object,
    options: { signal: AbortSignal },
  ) => Promise<unknown>;

  return {
    telegram,
    async call<T>(
      method: string,
      payload: object = {},
      options: { timeout?: number; signal?: AbortSignal } = {},
    ) {
      const timeout = AbortSignal.timeout(options.timeout ?? TIMEOUT);
      const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
      const called = callApi(method, payload, { signal }).catch((error: unknown) => {
        throw ours(error, token);
      });
      count?.calling(method, called);
      return (await called) as T;
    },
  };
}

/** Failures before anything was written to the wire: the call cannot have arrived. */
const NOT_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ECONNABORTED",
]);

function ours(error: unknown, token: string): Refused | Unreachable {
  if (error instanceof TelegramError) {
    const { code, description, parameters } = error;
    const more = {
      ...(parameters?.retry_after ? { retryAfter: parameters.retry_after } : {}),
      ...(parameters?.migrate_to_chat_id ? { migrateTo: parameters.migrate_to_chat_id } : {}),
    };
    return new Refused(code, description.replaceAll(token, "<token>"), more);
  }
  const { code = "", name = "Error" } = error as { code?: string; name?: string };
  return new Unreachable(code || name, { mayHaveArrived: !NOT_SENT.has(code) });
}
