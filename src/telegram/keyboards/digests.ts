import type { Paragraph, Period } from "../../digests/digest.ts";
import { cut } from "../../language/cut.ts";
import { type Button, type Keyboards, startLink } from "../keyboard.ts";
import { filesAmong } from "./experiences.ts";

const A_ROW = 4;
/** A material's title on a button has so many letters. */
const TITLE = 30;

/** A button for each idea that a digest names, to open it privately. */
function ideasIn({ fresh, changed }: Period, bot: { username: string }): Button[][] {
  const codes = [...fresh, ...changed].flatMap(({ items }) => items.map(({ code }) => code));
  const buttons = codes.map((code) => ({ label: "code", args: { code }, url: startLink(bot, `i_${code}`) }));
  return [buttons.slice(0, A_ROW), buttons.slice(A_ROW)];
}

/** Under a weekly question: off with one press. */
const noSpark = ({ paragraphs }: { paragraphs: Paragraph[] }): Button[] =>
  paragraphs.some(({ key }) => key === "spark.asked") ? [{ label: "noSpark", press: ["noSpark"] }] : [];

export const digestKeyboards: Keyboards = {
  "digest.private": (period, { bot }) => ({
    rows: [...ideasIn(period, bot), ...filesAmong(period.paragraphs)],
  }),
  "digest.group": (args) => ({ rows: [...filesAmong(args.paragraphs), noSpark(args)] }),
  "digest.quiet": (args) => ({ rows: [...filesAmong(args.paragraphs), noSpark(args)] }),
  "digest.catchUp": ({ taught }) => ({
    rows: taught.flatMap(({ items }) =>
      items
        .filter(({ files }) => files.length > 0)
        .map(({ id, title }): Button[] => [
          { label: "seeMaterial", args: { title: cut(title, TITLE) }, press: ["material", id] },
        ]),
    ),
  }),
  "digest.mention": (_, { bot }) => ({ rows: [[{ label: "openPrivate", url: startLink(bot) }]] }),
};
