import { z } from "zod";
import { FilesGiven } from "../files/file.ts";
import { IdeaText } from "../ideas/add-idea.ts";
import { RowId } from "../row-id.ts";

/** What is asked of some people only; the table says who they are. Anything else is asked of anybody. */
const OF_FACILITATORS = ["challenge", "join", "stage", "launch", "leaver", "newcomer"];
const OF_LEADERS = ["commitment"];
const OF_TEACHERS = ["material"];
const OF_ADMINS = ["notice"];
const OF_SOME = [...OF_FACILITATORS, ...OF_LEADERS, ...OF_TEACHERS, ...OF_ADMINS];

const Answering = z.object({
  ...{ draft: z.number(), text: IdeaText, files: FilesGiven.default([]) },
  forwarded: z.boolean().default(false),
  /** There where the message answers the question itself, rather than comes after it in private. */
  reply: z.unknown().optional(),
});
const Wordless = Answering.extend({ text: z.string(), files: FilesGiven.min(1) });

/** Talk that is taken for the answer after all. */
const Taken = z.object({ offer: RowId, draft: RowId });

/** An answer in words, a file alone, and talk that is taken for it, to one of these questions. */
const answerTo = (isAsked: (form: string) => boolean) => {
  const form = z.string().refine(isAsked);
  return { words: Answering.extend({ form }), file: Wordless.extend({ form }), talk: Taken.extend({ form }) };
};
export const AnswerForm = answerTo((form) => !OF_SOME.includes(form));
export const AnswerOfficially = answerTo((form) => OF_FACILITATORS.includes(form));
export const AnswerAsLeader = answerTo((form) => OF_LEADERS.includes(form));
export const AnswerAsTeacher = answerTo((form) => OF_TEACHERS.includes(form));

/** An answer to a question whose role the person has no more. */
export const AnswerUnasked = answerTo((form) => OF_SOME.includes(form)).words;

/** Signs without a letter. */
export const WordlessAnswer = z.object({ draft: z.number(), text: z.string().regex(/^[^\p{L}\p{N}]*$/u) });

/** What is said of questions. */
export type FormSayings = {
  "form.ended": Record<string, never>;
  /** The button was that of an older one. */
  "form.newerOpen": Record<string, never>;
};
