import type { RequestListener } from "node:http";

/** How a client shows that Telegram said no: the code, the words, and how many seconds to wait, if so many. */
export type Refusal = { code: number; words: string; wait?: number | undefined };

/** A client of the Bot API that nobody here wrote: what these tests ask of each, in its own way. */
export type Client = {
  call(method: string, params: object): Promise<unknown>;
  upload(method: "sendPhoto" | "sendDocument", to: number, bytes: Uint8Array<ArrayBuffer>): Promise<unknown>;
  refusal(error: unknown): Refusal;
  /** Polls, and answers what comes with `answerTo`; resolves with what ends that. */
  poll(): Promise<() => unknown>;
  /** Does the same with what is pushed to this handler. */
  hook(secret: string): RequestListener;
};

/** Opens a client at another root than Telegram's; nothing else about it is changed. */
export type Open = (token: string, root: string) => Client;

/** What every client answers: HTML and a button to a message, a toast to a press. */
export const answerTo = {
  message: (name: string, text: string) => `<b>${name}</b> menulis <i>${text}</i>`,
  more: {
    parse_mode: "HTML" as const,
    reply_markup: { inline_keyboard: [[{ text: "Setuju", callback_data: "yes" }]] },
  },
  press: (data: string) => `Anda menekan ${data}`,
};
