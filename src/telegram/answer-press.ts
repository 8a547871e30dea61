import type { Context } from "telegraf";
import type { App } from "../app.ts";
import type { Toast } from "../once.ts";
import type { Api } from "./api.ts";
import { localeOf, words } from "./words.ts";

/** Telegram's limit for a toast. */
const LIMIT = 200;

type Press = {
  query: NonNullable<Context["callbackQuery"]>;
  toasts: Toast[];
  locale: string | null | undefined;
};

/** Answers a press after the commit, so that the button stops turning. Best effort: a lost toast costs nothing. */
export async function answerPress(
  { log, defaults }: App,
  { call }: Api,
  { query, toasts: [toast], locale }: Press,
) {
  const text = toast && plain(words(toast.what, localeOf(locale, defaults.locale), LIMIT));
  const payload = {
    callback_query_id: query.id,
    ...(text ? { text, show_alert: toast.alert ?? false } : {}),
  };
  await call("answerCallbackQuery", payload, { timeout: 5_000 }).catch((err: unknown) =>
    log.debug({ err }, "press not answered"),
  );
}

/** Toasts have no markup. */
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
