import type { Config } from "../config.ts";
import { StoreError } from "../db.ts";
import { PostgresError } from "../postgres/postgres-error.ts";
import { hostOf } from "./figures.ts";
import { type Finding, wrong } from "./finding.ts";

const NETWORK = "check the host and port in DATABASE_URL, and the network";

/** What PostgreSQL's codes, and the system's, mean to an operator. */
const FAILURES: [RegExp, what: string, todo: string][] = [
  [/^(ECONNREFUSED|ENOENT)$/, "nobody listens there", "start PostgreSQL, or correct DATABASE_URL"],
  [/^(ENOTFOUND|EAI_AGAIN)$/, "its host is not known here", "correct the host in DATABASE_URL, or check DNS"],
  [/^(EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET)$/, "the line to it is broken", NETWORK],
  [/^28/, "it refuses the user or the password", "correct DATABASE_URL, or PostgreSQL's pg_hba.conf"],
  [/^3D000$/, "there is no such database", "create it, or correct the name in DATABASE_URL"],
  [/^53300$/, "all its connections are taken", "end other programs that use it, or raise max_connections"],
  [/^57P0/, "it is starting or stopping", "wait a moment, then ask again"],
  [/^$/, "it does not answer", NETWORK],
];

/** Why the database cannot be used, and what to do. Of its address only the host is told. */
export function explainStore(error: unknown, { url }: Config["database"]): Finding {
  if (error instanceof PostgresError) return explainServer(error);
  const code = error instanceof StoreError ? error.code : ((error as { code?: string }).code ?? "");
  const known = FAILURES.find(([pattern]) => pattern.test(code));
  const why = known ? `${known[1]}${code && ` (${code})`}` : code;
  return wrong(
    `cannot be reached${url ? ` at ${hostOf(url)}` : ""}: ${why}`,
    known?.[2] ?? "look into PostgreSQL's log",
  );
}

/** Its message says what is so, then what to change. */
function explainServer({ message }: PostgresError): Finding {
  const [what = message, ...todo] = message.split(/: (?=[a-z])/);
  return wrong(what, todo.join(": ") || "look into postgres.log in DATA_DIR");
}
