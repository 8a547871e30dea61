import { type Llm, LlmError } from "./llm.ts";
import { askQuestions } from "./prompts.ts";
import { pseudonyms } from "./pseudonyms.ts";

/** So long a question may be, in characters; a longer one is none. */
const LONGEST = 200;

type Told = { author: string; text: string };
/** Whose language it is asked in; whose names are hidden; when the answer comes too late. */
type Reader = { locale: "id" | "en"; names: string[]; signal: AbortSignal };

/**
 * What a model would ask about an idea, at most one question about each of the two things; nothing where the idea
 * answers them. The model sees pseudonyms, and never what is marked "!rahasia".
 * @throws LlmError when there is no answer in time, or nothing but what is no short question (`shape`)
 */
export async function askForQuestions(
  llm: Llm,
  { author, text }: Told,
  { locale, names, signal }: Reader,
): Promise<{ kind: "affected" | "difference"; text: string }[]> {
  if (/!rahasia/i.test(text)) throw new LlmError(askQuestions.name, "refused");
  const hidden = pseudonyms([{ id: 1, author, text }], names);
  const language = locale === "id" ? "Indonesian" : "English";
  const idea = hidden.lines[0]?.text ?? "";
  const { questions } = await llm.ask(askQuestions, { language, idea }, { signal });
  const asked = questions
    .map(({ about: kind, text: words }) => ({ kind, text: hidden.restore(words.trim()) }))
    .filter(({ text: words }) => isQuestion(words))
    .filter(({ kind }, at, all) => all.findIndex((one) => one.kind === kind) === at);
  if (asked.length === 0 && questions.length > 0) throw new LlmError(askQuestions.name, "shape");
  return asked;
}

const isQuestion = (words: string) => words.length <= LONGEST && !words.includes("\n") && words.endsWith("?");
