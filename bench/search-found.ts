import type { Store } from "../src/db.ts";
import { mostSimilar } from "../src/language/similar.ts";
import { findOthers } from "../src/search/find-similar-ideas.ts";
import { type Row, times } from "./row.ts";
import { sentence } from "./search-corpus.ts";
import { fillLab } from "./search-fill.ts";

const OTHERS = 1_000;

type Pairs = [string, string][];
type Ranked = (text: string) => Promise<number[]>;

/** Each pair's second text among a thousand others: how often it comes first, and among the first three. */
export async function measureFound(db: Store, sets: [string, Pairs][]): Promise<Row[]> {
  const all = sets.flatMap(([, pairs]) => pairs);
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
  let first = 0;
  for (const [what, pairs] of sets) {
    rows.push(...rowsOf(`${pairs.length} ${what}`, await share(ways, all, { first, pairs })));
    first += pairs.length;
  }
  return rows;
}

const numbers = async (found: Promise<unknown>) =>
  ((await found) as { number: number }[]).map(({ number }) => number);

type Share = Record<string, { one: number; three: number }>;

type Pairing = { first: number; pairs: Pairs };

/** Texts that say the same word for word are the same. */
async function share(ways: Record<string, Ranked>, all: Pairs, { first, pairs }: Pairing): Promise<Share> {
  const textOf = (number: number) => all[number - 1]?.[1];
  const shares: Share = {};
  for (const [name, ranked] of Object.entries(ways)) {
    const places = await Promise.all(
      pairs.map(async ([idea], n) => {
        const same = textOf(first + n + 1);
        return (await ranked(idea)).findIndex((number) => textOf(number) === same);
      }),
    );
    const within = (most: number) => places.filter((at) => at >= 0 && at < most).length / pairs.length;
    shares[name] = { one: within(1), three: within(3) };
  }
  return shares;
}

/** A share of all, in thousandths. */
const shareOf = (value = 0) => value.toFixed(3);

const rowsOf = (what: string, { ours, ...others }: Share): Row[] =>
  Object.entries(others).map(([name, { one, three }]) => ({
    what: `${what}, found first and among three of ${OTHERS} others`,
    ours: `${shareOf(ours?.one)} and ${shareOf(ours?.three)}`,
    theirs: `${name} ${shareOf(one)} and ${shareOf(three)}`,
    ratio: times(ours?.one, one),
    reach: "> 1 ×",
  }));
