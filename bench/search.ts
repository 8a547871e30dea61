import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { openDb, type Store } from "../src/db.ts";
import { findOthers } from "../src/ideas/find-similar-ideas.ts";
import { mostSimilar } from "../src/language/similar.ts";
import { applyMigrations } from "../src/postgres/apply-migrations.ts";
import { ensureDatabase } from "../src/postgres/ensure-database.ts";
import { startPostgres } from "../src/postgres/start-postgres.ts";
import { rephrased } from "../test/support/alike.ts";
import { figure, type Row, times } from "./row.ts";
import { sentence } from "./search-corpus.ts";
import { fillLab } from "./search-fill.ts";
import { keptApart } from "./search-pairs.ts";
import { measureSpeed } from "./search-speed.ts";

const OTHERS = 1_000;

/** What is found, and how fast, on a server of its own. */
export async function benchSearch(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-bench-"));
  const server = await startPostgres({ dataDir });
  const inNew = async <T>(name: string, work: (db: Store) => Promise<T>) => {
    const url = server.url(name);
    await ensureDatabase(url);
    await applyMigrations(url);
    const { db, close } = openDb(url, pino({ level: "warn" }));
    return work(db).finally(close);
  };
  try {
    return [...(await inNew("few", measureFound)), ...(await inNew("million", measureSpeed))];
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Pairs = [string, string][];
type Ranked = (text: string) => Promise<number[]>;

/** Each pair's second idea among a thousand others: how often it comes first, and among the first three. */
async function measureFound(db: Store): Promise<Row[]> {
  const all: Pairs = [...rephrased, ...keptApart];
  await db.$executeRaw`create extension pg_trgm`;
  const labId = await fillLab(db, [
    ...all.map(([, same]) => same),
    ...Array.from({ length: OTHERS }, (_, n) => sentence(n * 37)),
  ]);
  const ways: Record<string, Ranked> = {
    ours: async (text) => {
      const others = await findOthers(db, labId, { text });
      const byId = new Map(others.map(({ id, number }) => [id, number]));
      return mostSimilar(text, others, { least: 0 }).map(({ id }) => byId.get(id) ?? 0);
    },
    "plain pg_trgm": async (text) =>
      numbers(db.$queryRaw`select number from "Idea" order by similarity(text, ${text}) desc, id limit 3`),
    "plain text search": async (text) =>
      numbers(db.$queryRaw`
        select number from "Idea", (select to_tsquery('indonesian', array_to_string(array(
          select quote_literal(lexeme) from unnest(to_tsvector('indonesian', ${text}))), ' | ')) as q) asked
        where to_tsvector('indonesian', text) @@ q order by ts_rank(to_tsvector('indonesian', text), q) desc, id limit 3`),
  };
  const rows: Row[] = [];
  for (const [what, pairs, first] of [
    ["pairs that the search was tuned on", rephrased, 0],
    ["pairs kept apart", keptApart, rephrased.length],
  ] as const)
    rows.push(...rowsOf(`${pairs.length} ${what}`, await share(ways, pairs, first)));
  return rows;
}

const numbers = async (found: Promise<unknown>) =>
  ((await found) as { number: number }[]).map(({ number }) => number);

type Share = Record<string, { one: number; three: number }>;

async function share(ways: Record<string, Ranked>, pairs: Pairs, first: number): Promise<Share> {
  const shares: Share = {};
  for (const [name, ranked] of Object.entries(ways)) {
    const places = await Promise.all(
      pairs.map(async ([idea], n) => (await ranked(idea)).indexOf(first + n + 1)),
    );
    const within = (most: number) => places.filter((at) => at >= 0 && at < most).length / pairs.length;
    shares[name] = { one: within(1), three: within(3) };
  }
  return shares;
}

const rowsOf = (what: string, { ours, ...others }: Share): Row[] =>
  Object.entries(others).map(([name, { one, three }]) => ({
    what: `${what}, found first and among three of ${OTHERS} others`,
    ours: `${figure(ours?.one)} and ${figure(ours?.three)}`,
    theirs: `${name} ${figure(one)} and ${figure(three)}`,
    ratio: times(ours?.one, one),
    reach: "> 1 ×",
  }));
