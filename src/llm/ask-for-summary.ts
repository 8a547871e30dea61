import type { Line, Point, Summary } from "../language/point.ts";
import { type Claim, checkCitations } from "./check-citations.ts";
import { type Llm, LlmError } from "./llm.ts";
import { summarizeThread } from "./prompts.ts";
import { pseudonyms } from "./pseudonyms.ts";

/** As many characters of a discussion are read at once; the newest lines first. */
const ROOM = 24_000;
const MOST = 5;

/** Whose language it is written in; and whose names are hidden besides the authors', since people speak of each other. */
type Reader = { locale: "id" | "en"; names?: string[] };

/**
 * A discussion, summed up by a model and checked against it; of the shape of the summary made from quotations. The
 * model sees pseudonyms and numbers of its own, and never a line marked "!rahasia".
 * @throws LlmError when the model gives no answer, or one that the lines do not bear out (`citations`)
 */
export async function askForSummary(
  llm: Llm,
  lines: Line[],
  { locale, names = [] }: Reader,
): Promise<Summary> {
  const open = lines.filter(({ text }) => !/!rahasia/i.test(text) && text.trim() !== "");
  const hidden = pseudonyms(newest(open), names);
  const ids = hidden.lines.map(({ id }) => id);
  const messages = hidden.lines.map((line, at) => asMessage(line, at + 1, ids)).join("\n");
  const answer = await llm.ask(summarizeThread, {
    language: locale === "id" ? "Indonesian" : "English",
    messages,
  });

  const numbered = hidden.lines.map(({ text }, at) => ({ id: at + 1, text }));
  const borne = (claims: Claim[]): Point[] =>
    checkCitations(claims, numbered)
      .slice(0, MOST)
      .map(({ text, lines: cited }) => ({
        text: hidden.restore(text),
        lines: cited.flatMap((n) => ids[n - 1] ?? []),
      }));
  const summary = {
    points: borne(answer.points),
    questions: borne(answer.questions),
    nextSteps: borne(answer.nextSteps),
  };
  const nothing = Object.values(summary).every((points) => points.length === 0);
  if (nothing && open.length > 0) throw new LlmError(summarizeThread.name, "citations");
  return summary;
}

function newest(lines: Line[]): Line[] {
  let room = ROOM;
  const tooMuch = lines.findLastIndex(({ text }) => {
    room -= text.length + 16;
    return room < 0;
  });
  return lines.slice(tooMuch + 1);
}

function asMessage({ author, text, replyTo }: Line, number: number, ids: number[]): string {
  const answered = replyTo === undefined ? 0 : ids.indexOf(replyTo) + 1;
  const to = answered === 0 ? "" : ` (to ${answered})`;
  return `[${number}] ${author}${to}: ${text.replace(/\s+/gu, " ").trim()}`;
}
