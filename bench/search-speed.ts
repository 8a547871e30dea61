import type { Store } from "../src/db.ts";
import { findNearest, findSimilarElsewhere } from "../src/exchange/find-shared-ideas.ts";
import { listIdeas, turnList } from "../src/lists/list-ideas.ts";
import { findOthers, findSimilarIdeas } from "../src/search/find-similar-ideas.ts";
import { searchIdeas } from "../src/search/search-ideas.ts";
import type { LabScene } from "../src/use-case.ts";
import { percentile } from "./measure.ts";
import { figure, type Row, times } from "./row.ts";
import { SENTENCES, sentence } from "./search-corpus.ts";
import { fillMillion, IN_A_LAB, LABS, SHARED, UNITS } from "./search-fill.ts";

const TIMES = 300;
const SLOW_TIMES = 3;
const DIFFERENT = 20_000;

/** Milliseconds that 95 of 100 questions take at a million ideas. */
export async function measureSpeed(db: Store): Promise<Row[]> {
  await fillMillion(
    db,
    Array.from({ length: DIFFERENT }, (_, n) => sentence(n * 3)),
  );
  await db.$executeRaw`create extension pg_trgm`;
  const text = (n: number) => sentence((n * 7_919) % SENTENCES);
  const lab = (n: number) => 1 + ((n * 31) % LABS);
  const similar = await p95(TIMES, (n) => findSimilarIdeas(db, { id: lab(n) }, { text: text(n) }));
  const byHand = await p95(TIMES, (n) => findOthers(db, lab(n), { text: text(n) }));
  const reader = (n: number) => ({ id: lab(n), admittedAt: new Date() });
  const wanted = (n: number) => ({ text: text(n), most: 3 });
  const elsewhere = await p95(TIMES, (n) => findSimilarElsewhere(db, reader(n), wanted(n)));
  const elsewhereByHand = await p95(TIMES, (n) => findNearest(db, reader(n), wanted(n)));
  const scan = await p95(
    SLOW_TIMES,
    (n) => db.$queryRaw`select id from "Idea" order by similarity(text, ${text(n)}) desc limit 3`,
  );
  const asked = (work: (scene: LabScene, n: number) => Promise<unknown>) =>
    p95(TIMES, (n) => db.transact(async (tx) => work(await sceneOf(tx, lab(n)), n)));
  const words = (n: number) => text(n).split(" ").slice(0, 2).join(" ");
  const searched = await asked((scene, n) => searchIdeas(scene, { text: words(n) }));
  const listed = await asked((scene) => listIdeas(scene, { text: "" }));
  const turned = (filter: (n: number) => string) =>
    asked((scene, n) => turnList(scene, { filter: filter(n), page: n % 5 }));
  const unitOf = (n: number) => `u${lab(n) + LABS * (n % UNITS)}`;
  const narrowed: [string, (n: number) => string][] = [
    ["most supported", () => "top"],
    ["unanswered", () => "new.unanswered"],
    ["one's own", () => "new.mine"],
    ["of a stage and a field, most supported", () => "top.diagnose.health"],
    ["of a unit, unanswered", (n) => `new.unanswered.${unitOf(n)}`],
  ];
  const ideas = figure(LABS * IN_A_LAB);
  const ms = (value: number) => figure(value, "ms");
  const row = (what: string, value: number): Row => ({ what, ours: ms(value), reach: "≤ 50 ms" });
  return [
    {
      ...row(`what resembles an idea, at ${ideas} ideas: 95 of 100 within`, similar),
      ...{ theirs: `its SQL alone ${ms(byHand)}`, ratio: times(similar, byHand), reach: "≤ 50 ms, ≤ 1.5 ×" },
    },
    { ...row("…", similar), theirs: `a scan by pg_trgm ${ms(scan)}`, ratio: times(similar, scan) },
    {
      ...row(`what other labs share that resembles it, of ${figure((LABS * IN_A_LAB) / SHARED)}`, elsewhere),
      ...{ theirs: `its SQL alone ${ms(elsewhereByHand)}`, ratio: times(elsewhere, elsewhereByHand) },
      reach: "≤ 50 ms, ≤ 1.5 ×",
    },
    row("/cari, two words", searched),
    row("/semuaide", listed),
    ...(await rowsOf(narrowed, turned)).map(([what, value]) => row(`/semuaide, ${what}`, value)),
  ];
}

type Filtered = [string, (n: number) => string][];

async function rowsOf(filters: Filtered, turned: (filter: (n: number) => string) => Promise<number>) {
  const rows: [string, number][] = [];
  for (const [what, filter] of filters) rows.push([what, await turned(filter)]);
  return rows;
}

async function p95(count: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let n = -5; n < count; n++) {
    const from = performance.now();
    await work(n + 5);
    if (n >= 0) all.push(performance.now() - from);
  }
  return percentile(all, 0.95);
}

/** Somebody of that lab, in private. */
async function sceneOf(db: LabScene["db"], id: number): Promise<LabScene> {
  const [lab, person, chat] = await Promise.all([
    db.lab.findUniqueOrThrow({ where: { id } }),
    db.person.findUniqueOrThrow({ where: { id } }),
    db.chat.findUniqueOrThrow({ where: { id } }),
  ]);
  const bot = { id: 1, username: "lumbung_bot", readsAll: false };
  const defaults = { locale: "id", zone: "Asia/Jakarta" } as const;
  return {
    db,
    lab,
    person,
    chat,
    bot,
    defaults,
    now: new Date(),
    message: undefined,
    roles: [],
    isProgrammeAdmin: false,
    hasModel: false,
  };
}
