import type { Update } from "./bot-api.ts";
import type { Ground } from "./ground.ts";
import { meta, setMeta } from "./meta.ts";

/** `max` is how many requests are under way at once. */
export type Hook = { url: string; secret?: string; max: number };

export const hookOf = (g: Ground): Hook | undefined => {
  const text = meta(g, "webhook");
  return text ? JSON.parse(text) : undefined;
};

export const setHook = (g: Ground, hook: Hook | undefined) =>
  setMeta(g, "webhook", hook ? JSON.stringify(hook) : "");

/** Answers a call that came as a webhook's answer. */
export type Answer = (body: Record<string, unknown>) => Promise<void>;

/** Nothing when it was taken, else what was wrong in words. */
export async function deliver(
  hook: Hook,
  update: Update,
  { signal, answer }: { signal: AbortSignal; answer: Answer },
) {
  try {
    const response = await fetch(hook.url, {
      method: "POST",
      redirect: "manual",
      headers: {
        "content-type": "application/json",
        ...(hook.secret ? { "x-telegram-bot-api-secret-token": hook.secret } : {}),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]),
    });
    const text = await response.text();
    if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    const body = text.startsWith("{") ? JSON.parse(text) : undefined;
    if (typeof body?.method === "string") await answer(body);
    return undefined;
  } catch (error) {
    return error instanceof SyntaxError ? undefined : "Connection failed";
  }
}
