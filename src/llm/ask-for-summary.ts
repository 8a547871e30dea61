import type { Line, Point, Summary } from "../language/point.ts";
import { type Cited, checkCitations } from "./check-citations.ts";
import { type Llm, LlmError } from "./llm.ts";
import { summarizeThread } from "./prompts.ts";
import { pseudonyms } from "./pseudonyms.ts";

const LANGUAGES = { id: "Indonesian", en: "English" };
/** So many characters of the newest lines are given to the model. */
const MATERIAL = 60_000;
const MOST = { points: 5, questions: 3, nextSteps: 3 };

/**
 * What a discussion came to, in a model's words. It gets no names; what the lines do not bear out is left out.
 * @throws LlmError when the model does not answer, or nothing of its answer is borne out (`citations`)
 */
export async function askForSummary(
  llm: Llm,
  lines: Line[],
  locale: "id" | "en",
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Summary> {
  const hidden = pseudonyms(newest(lines));
  const slots = { language: LANGUAGES[locale], messages: material(hidden.lines) };
  const answer = await llm.ask(summarizeThread, slots, options);

  const borne = (cited: Cited[], most: number): Point[] =>
    checkCitations(cited.map(withIds), hidden.lines)
      .slice(0, most)
      .map((point) => ({ ...point, text: hidden.back(point.text) }));
  const withIds = ({ text, messages }: Cited): Cited => ({
    text,
    messages: messages.flatMap((number) => hidden.lines[number - 1]?.id ?? []),
  });
  const summary = {
    points: borne(answer.points, MOST.points),
    questions: borne(answer.questions, MOST.questions),
    nextSteps: borne(answer.nextSteps, MOST.nextSteps),
  };
  if (summary.points.length === 0 && lines.length > 0) throw new LlmError(summarizeThread.name, "citations");
  return summary;
}

function newest(lines: Line[]): Line[] {
  let left = MATERIAL;
  const from = lines.findLastIndex(({ text }) => (left -= text.length + 20) < 0);
  return lines.slice(from + 1);
}

/** Messages get numbers from 1, which a model copies more surely than ids; a message cannot close the marks. */
function material(lines: Line[]): string {
  const numbers = new Map(lines.map(({ id }, at) => [id, at + 1]));
  return lines
    .map(({ author, text, replyTo }, at) => {
      const answered = replyTo === undefined ? undefined : numbers.get(replyTo);
      const to = answered === undefined ? "" : ` (answers ${answered})`;
      return `[${at + 1}] ${author}${to}: ${text.replace(/\s+/gu, " ").replaceAll("<", "‹").replaceAll(">", "›")}`;
    })
    .join("\n");
}
