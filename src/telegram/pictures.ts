import type { App } from "../app.ts";
import { findChallenge, questionOf } from "../challenges/draw-board.ts";
import { barsOf } from "../challenges/rank-answers.ts";
import type { Bars, Chart } from "../charts/chart.ts";
import type { Db } from "../db.ts";
import type { Due } from "../outbox/due.ts";
import type { Said } from "../sayings.ts";
import type { Upload } from "./transfer.ts";
import { type Locale, words } from "./words.ts";

/** The longest words that may stand below a picture. */
const CAPTION = 1024;
/** Tried so often with its picture, a message goes out without one. */
const TRIES = 2;

type Pictures = {
  [K in Said["key"]]?: (
    db: Db,
    args: Extract<Said, { key: K }>["args"],
    locale: Locale,
  ) => Promise<Chart | undefined>;
};

/** Which sentence has a picture, drawn from the store when it is sent. */
const pictures: Pictures = {
  "challenge.ranking": async (db, { id }, locale) => {
    const found = await findChallenge(db, id);
    const { votes, units } = await barsOf(db, id);
    const parts = [lot("votes", votes, locale), lot("units", units, locale)].flat();
    if (!found || parts.length === 0) return undefined;
    return { title: titleOf(questionOf(found), locale), parts };
  },
};

const lot = (name: string, bars: Bars["bars"], locale: Locale): Bars[] =>
  bars.length > 0 ? [{ title: plain(words({ key: `picture.${name}`, args: {} }, locale)), bars }] : [];

const titleOf = (question: object, locale: Locale) =>
  plain(words({ key: "picture.question", args: question }, locale));

const plain = (html: string) =>
  html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: "<", gt: ">", quot: '"' })[name] ?? "&");

/** What is sent instead of a text: the same words below a picture. */
export type Photo = { caption: string; file: Upload };

/** A sentence's picture, where it has one. Without it the words go all the same, so nothing here stops them. */
export async function photoOf(
  { db, log }: Pick<App, "db" | "log">,
  { attempts }: Pick<Due, "attempts">,
  { said, locale }: { said: Said; locale: Locale },
): Promise<Photo | undefined> {
  const chartOf = pictures[said.key] as
    | ((db: Db, args: unknown, locale: Locale) => Promise<Chart | undefined>)
    | undefined;
  if (!chartOf || attempts >= TRIES) return undefined;
  try {
    const chart = await chartOf(db as Db, said.args, locale);
    if (!chart) return undefined;
    const { drawChart } = await import("../charts/draw-chart.ts");
    const bytes = new Uint8Array(await drawChart(chart));
    const file = { field: "photo", name: "gambar.png", mime: "image/png", bytes };
    return { caption: words(said, locale, CAPTION), file };
  } catch (err) {
    log.warn({ err, key: said.key }, "picture not drawn");
    return undefined;
  }
}
