import type { Ground } from "./ground.ts";

/** One call of the Bot API; `at` is ISO, `ms` how long its answer took. */
export type CallView = {
  id: number;
  at: string;
  method: string;
  params: Record<string, unknown>;
  ok: boolean;
  error?: string;
  ms: number;
};

const kept = 500;

export function addCall(g: Ground, call: Omit<CallView, "id" | "at">) {
  g.run(
    "INSERT INTO calls (at, method, params, ok, error, ms) VALUES (?, ?, ?, ?, ?, ?)",
    g.clock.now().getTime(),
    call.method,
    JSON.stringify(call.params).slice(0, 20_000),
    call.ok ? 1 : 0,
    call.error ?? null,
    call.ms,
  );
  g.run("DELETE FROM calls WHERE id <= (SELECT max(id) FROM calls) - ?", kept);
  g.emit({ kind: "call" });
}

type Row = {
  id: number;
  at: number;
  method: string;
  params: string;
  ok: number;
  error: string | null;
  ms: number;
};

/** The last 500 calls after the one with the id `after`, oldest first. */
export const calls = (g: Ground, after = 0): CallView[] =>
  g
    .all<Row>("SELECT * FROM calls WHERE id > ? ORDER BY id", after)
    .map(({ id, at, method, params, ok, error, ms }) => ({
      id,
      at: Temporal.Instant.fromEpochMilliseconds(at).toString(),
      method,
      params: readable(params),
      ok: ok === 1,
      ...(error === null ? {} : { error }),
      ms,
    }));

/** Very long parameters were cut, and so are no JSON any more. */
function readable(params: string): Record<string, unknown> {
  try {
    return JSON.parse(params);
  } catch {
    return { cut: params };
  }
}
