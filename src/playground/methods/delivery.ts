import { allowedUpdates, allowUpdates } from "../allowed-updates.ts";
import { ApiError, bad } from "../api-error.ts";
import type { Ground } from "../ground.ts";
import { meta, setMeta } from "../meta.ts";
import { jsonOf, numberOf, type Params, textOf, truthOf } from "../params.ts";
import { dropUpdates, pendingUpdates } from "../updates.ts";
import { hookOf, setHook } from "../webhook.ts";
import type { Method } from "./method.ts";

export const getUpdates: Method = ({ g, polls, gone }, params) => {
  if (hookOf(g))
    throw new ApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  rememberAllowed(g, params);
  return polls.take({
    offset: numberOf(params, "offset") ?? 0,
    limit: within(numberOf(params, "limit") ?? 100, 1, 100),
    timeout: within(numberOf(params, "timeout") ?? 0, 0, 50),
    gone,
  });
};

const within = (number: number, least: number, most: number) => Math.min(most, Math.max(least, number));

/** What is not named stays as it was named before. */
function rememberAllowed(g: Ground, params: Params) {
  const kinds = jsonOf<string[]>(params, "allowed_updates");
  if (kinds === undefined) return;
  if (!Array.isArray(kinds)) throw bad("can't parse allowed_updates: expected an Array");
  allowUpdates(
    g,
    kinds.map((kind) => String(kind).toLowerCase()),
  );
}

export const setWebhook: Method = ({ g, polls, pump }, params) => {
  const url = textOf(params, "url") ?? "";
  const secret = textOf(params, "secret_token");
  if (url === "") return removeHook(g, params);
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw bad("bad webhook: invalid webhook URL specified");
  if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret))
    throw bad("secret token contains unallowed characters");
  rememberAllowed(g, params);
  if (truthOf(params, "drop_pending_updates")) dropUpdates(g);
  setMeta(g, "webhook error", "");
  setHook(g, {
    url,
    max: within(numberOf(params, "max_connections") ?? 40, 1, 100),
    ...(secret ? { secret } : {}),
  });
  polls.end("terminated by setWebhook request");
  pump();
  return true;
};

export const deleteWebhook: Method = ({ g }, params) => removeHook(g, params);

function removeHook(g: Ground, params: Params) {
  if (truthOf(params, "drop_pending_updates")) dropUpdates(g);
  setHook(g, undefined);
  return true;
}

export const getWebhookInfo: Method = ({ g }) => {
  const hook = hookOf(g);
  const error = meta(g, "webhook error");
  const { at, words } = error ? JSON.parse(error) : { at: 0, words: "" };
  const allowed = allowedUpdates(g);
  return {
    url: hook?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: pendingUpdates(g),
    ...(hook ? { max_connections: hook.max } : {}),
    ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
    ...(hook && words ? { last_error_date: Math.floor(at / 1000), last_error_message: words } : {}),
  };
};
