import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll } from "vitest";
import { wrongInError, wrongInRequest, wrongInResult, wrongInUpdate } from "./wire.ts";
import { valuesOf } from "./wire-values.ts";

type Exchange = { request: IncomingMessage; response: ServerResponse };

/** What passed, what is wrong with it, if anything, and for a refusal Telegram's words. */
export type Note = (what: string, complaint: string | undefined, said?: string) => void;

/** Node tells here of every request that any HTTP server of this thread gets. */
const REQUESTS = "http.server.request.start";

/**
 * Holds every exchange with a Bot API in this test file against the official types: what is asked, what is answered,
 * what is pushed to a webhook. A test in which one of them was wrong fails. `requests: false` is for tests that ask
 * wrongly on purpose, `except` for what one client is known to do.
 */
export function watchWire({ requests = true, except = /$^/ } = {}) {
  const wrong = new Set<string>();
  let stop = () => {};
  const tell = () => {
    if (wrong.size === 0) return;
    const said = [...wrong].join("\n");
    wrong.clear();
    throw new Error(`not as the official types have it:\n${said}`);
  };
  const note: Note = (what, complaint) => {
    const asked = what.startsWith("asked");
    if (complaint && (requests || !asked) && !except.test(complaint)) wrong.add(`${what}: ${complaint}`);
  };
  beforeAll(() => {
    stop = tapWire(note);
  });
  afterEach(tell);
  afterAll(() => {
    stop();
    tell();
  });
}

/** Notes every exchange with a Bot API in this thread; returns what ends that. */
export function tapWire(note: Note): () => void {
  const listener = (message: unknown) => tap(message as Exchange, note);
  subscribe(REQUESTS, listener);
  return () => void unsubscribe(REQUESTS, listener);
}

function tap({ request, response }: Exchange, note: Note) {
  const method = /^\/bot[^/]+\/(\w+)/.exec(request.url?.replaceAll(/%3a/gi, ":") ?? "")?.[1];
  const asked = passing(request, "push");
  const answered = passing(response, "end");
  response.once("close", () => {
    if (!request.complete) return; // Somebody hung up in the middle.
    if (!method) return noteUpdate(asked(), note);
    note(`asked ${method}`, wrongInRequest(method, valuesOf(request, { method, body: asked() })));
    if (response.writableFinished)
      noteAnswer({ method, status: response.statusCode, text: answered().toString() }, note);
  });
}

function noteUpdate(body: Buffer, note: Note) {
  if (body.includes('"update_id"')) note("pushed an update", wrongInUpdate(jsonIn(body.toString())));
}

type Answer = { method: string; status: number; text: string };

function noteAnswer({ method, status, text }: Answer, note: Note) {
  if (status >= 500 && !text.startsWith("{")) return; // What stands before Telegram answers in HTML.
  const body = jsonIn(text) as { ok?: boolean; result?: unknown; description?: string };
  if (body.ok === true) note(`answered ${method}`, wrongInResult(method, body.result));
  else note(`refused ${method}`, wrongInError(body), body.description);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Keeps what passes through a stream's method; returns what has passed. */
function passing(stream: object, name: "push" | "end"): () => Buffer {
  const pieces: Buffer[] = [];
  const owner = stream as Record<string, (...args: unknown[]) => unknown>;
  const pass = owner[name]?.bind(stream);
  owner[name] = (piece, ...more) => {
    if (typeof piece === "string" || piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
    return pass?.(piece, ...more);
  };
  return () => Buffer.concat(pieces);
}
