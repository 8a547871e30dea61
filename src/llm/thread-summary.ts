import type { Line, Point, Summary } from "../language/point.ts";
import { type Claim, checkCitations } from "./check-citations.ts";
import type { Llm } from "./llm.ts";
import { summarizeThread } from "./prompts.ts";
import { pseudonyms } from "./pseudonyms.ts";

/** As many characters of a discussion are read at once; the newest lines first. */
const ROOM = 24_000;
const MOST = 5;

export type ThreadSummaryOptions = {
  language: "id" | "en";
  /** Display names of people who may be spoken of, besides the authors. */
  names?: string[] | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * A discussion, summed up by a model and checked against it; of the shape of the summary made from quotations. The
 * model sees pseudonyms and numbers of its own, and never a line marked "!rahasia". `unread`: so many older lines did
 * not fit.
 * @throws LlmError when the model gives no answer
 */
export async function threadSummary(
  llm: Llm,
  lines: Line[],
  { language, names, signal }: ThreadSummaryOptions,
): Promise<Summary & { unread: number }> {
  const open = lines.filter(({ text }) => !/!rahasia/i.test(text) && text.trim() !== "");
  const hidden = pseudonyms(open, names);
  const shown = newest(hidden.lines);
  const ids = shown.map(({ id }) => id);
  const messages = shown.map((line, at) => asMessage(line, at + 1, ids)).join("\n");
  const slots = { language: language === "id" ? "Indonesian" : "English", messages } as const;
  const answer = await llm.ask(summarizeThread, slots, { signal });

  const numbered = shown.map(({ text }, at) => ({ id: at + 1, text }));
  const points = (claims: Claim[]): Point[] =>
    checkCitations(claims, numbered)
      .slice(0, MOST)
      .map(({ text, lines: cited }) => ({
        text: hidden.restore(text),
        lines: cited.map((n) => ids[n - 1] ?? 0),
      }));
  return {
    ...{
      points: points(answer.points),
      questions: points(answer.questions),
      nextSteps: points(answer.nextSteps),
    },
    unread: open.length - shown.length,
  };
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
