import type { Readable } from "node:stream";
import { HttpsProxyAgent } from "https-proxy-agent";
import { Telegram } from "telegraf";
import type { Counts } from "../counts.ts";
import { ours } from "./api-error.ts";
import { createTransfer, type Upload } from "./transfer.ts";

/** Calls a method of the Bot API and returns its result; throws `Refused` or `Unreachable`, never with a token. */
export type Call = <T = unknown>(
  method: string,
  payload?: object,
  options?: { timeout?: number; signal?: AbortSignal },
) => Promise<T>;

export type Api = {
  telegram: Telegram;
  call: Call;
  /** Calls a method with a file. */
  upload: <T = unknown>(method: string, payload: object, file: Upload) => Promise<T>;
  /** The bytes of a file that somebody gave, by its id. */
  download: (fileId: string) => Promise<Readable>;
};

export type ApiOptions = { token: string; apiRoot?: string | undefined; proxy?: string | undefined };

/** How long one call may take, in milliseconds. Telegraf's own limit is 500 s. */
const TIMEOUT = 20_000;

/** The client for the Bot API at `apiRoot`. */
export function createApi(options: ApiOptions, count?: Counts): Api {
  const { token, apiRoot, proxy } = options;
  const transfer = createTransfer(options);
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

  const call: Call = async <T>(
    method: string,
    payload: object = {},
    more: { timeout?: number; signal?: AbortSignal } = {},
  ) => {
    const timeout = AbortSignal.timeout(more.timeout ?? TIMEOUT);
    const signal = more.signal ? AbortSignal.any([more.signal, timeout]) : timeout;
    const called = callApi(method, payload, { signal }).catch((error: unknown) => {
      throw ours(error, token);
    });
    count?.calling(method, called);
    return (await called) as T;
  };

  return {
    telegram,
    call,
    async upload<T>(method: string, payload: object, file: Upload) {
      const called = transfer.upload<T>(method, payload, file);
      count?.calling(method, called);
      return await called;
    },
    async download(fileId) {
      const { file_path: path = "" } = await call<{ file_path?: string }>("getFile", { file_id: fileId });
      return transfer.download(path);
    },
  };
}
