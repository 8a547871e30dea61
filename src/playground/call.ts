import { ApiError } from "./api-error.ts";
import { addCall } from "./calls.ts";
import { Dropped } from "./faults/dropped.ts";
import { throughFaults } from "./faults/strike.ts";
import type { Ground } from "./ground.ts";
import type { Call } from "./methods/method.ts";
import { findMethod } from "./methods/table.ts";
import type { Params } from "./params.ts";

/** What every call uses, whoever makes it. */
export type Desk = Omit<Call, "gone">;

type Asked = { name: string; params: Params; gone: AbortSignal };

/** Does one call and writes it into the log. */
export async function call(desk: Desk, { name, params, gone }: Asked): Promise<unknown> {
  const found = findMethod(name);
  const began = performance.now();
  const log = (ok: boolean, error?: string) =>
    logCall(desk.g, {
      name: found?.name ?? name,
      params,
      ok,
      error,
      ms: Math.round(performance.now() - began),
    });
  try {
    if (!found) throw new ApiError(404, "Not Found: method not found");
    const { method } = found;
    const met = { name: found.name, params, gone };
    const result = await throughFaults(desk.g, met, async () => method({ ...desk, gone }, params));
    if (!Array.isArray(result) || result.length > 0 || found.name !== "getUpdates") log(true);
    return result;
  } catch (error) {
    log(false, wordsOf(error));
    throw error;
  }
}

function wordsOf(error: unknown) {
  if (error instanceof ApiError) return `${error.code} ${error.message}`;
  return error instanceof Dropped ? error.message : String(error);
}

type Logged = { name: string; params: Params; ok: boolean; error: string | undefined; ms: number };

function logCall(g: Ground, { name, params, ok, error, ms }: Logged) {
  if (g.closed()) return;
  const files = [...params.files].map(([key, { name, bytes }]) => [key, `${name} (${bytes.length} bytes)`]);
  const secret = params.values.secret_token === undefined ? {} : { secret_token: "…" };
  const values = Object.fromEntries(
    Object.entries(params.values).map(([key, value]) => [key, readable(value)]),
  );
  addCall(g, {
    method: name,
    params: { ...values, ...Object.fromEntries(files), ...secret },
    ok,
    ms,
    ...(error ? { error } : {}),
  });
}

/** JSON that came as text is shown as JSON. */
function readable(value: unknown): unknown {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
