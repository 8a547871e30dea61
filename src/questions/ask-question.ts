import { openForm } from "../forms/open-form.ts";
import type { Draft } from "../generated/prisma/client.ts";
import type { Told } from "../ideas/find-idea.ts";
import type { LabScene } from "../use-case.ts";
import { type Asked, type Asks, isQuestionKind, type QuestionState, questions } from "./question.ts";

type Asker = Pick<LabScene, "db" | "person" | "chat" | "now">;

/** Asks the first of these about an idea; nothing where there is none. It is part of the sentence that it rides with. */
export async function askQuestion(
  asker: Asker,
  { id }: Pick<Told, "id">,
  { host, asked }: { host: QuestionState["host"]; asked: Asked[] },
): Promise<Asks[]> {
  const [first, ...rest] = asked;
  if (!first) return [];
  const state: QuestionState = { idea: id, host, text: first.text, rest };
  const form = await openForm(asker, first.kind, state);
  return [asksOf(form.id, first)];
}

/** What a sentence with a question is about: a reply to it is the answer. */
export const aboutAsked = ([first]: Asks[]) =>
  first ? { about: { about: "draft", id: first.args.draft } as const } : {};

/** The question about an idea that is open here; none where something else is asked. */
export async function askedNow({ db, person, chat }: Asker, { id }: Pick<Told, "id">): Promise<Asks[]> {
  const draft = await db.draft.findFirst({
    where: { personId: person.id, chatId: chat.id, kind: { in: [...questions] }, doneAt: null },
    orderBy: { id: "desc" },
  });
  return draft && stateOf(draft).idea === id
    ? [asksOf(draft.id, { ...stateOf(draft), kind: draft.kind })]
    : [];
}

/** Nothing is asked about an idea any more. */
export const closeQuestions = ({ db, person, now }: Asker, { id }: Pick<Told, "id">) =>
  db.draft.updateMany({
    where: {
      ...{ personId: person.id, doneAt: null, kind: { in: [...questions] } },
      state: { path: ["idea"], equals: id },
    },
    data: { doneAt: now },
  });

/** What else is asked about one idea, and what comes of it is kept there. */
const ABOUT = [...questions, "change", "ideaUnit", "coauthor"];

/** An idea goes out of sight: nothing is asked of anybody about it, and what they write next is what it is. */
export const closeAbout = ({ db, now }: Pick<Asker, "db" | "now">, { id }: Pick<Told, "id">) =>
  db.draft.updateMany({
    where: { doneAt: null, kind: { in: ABOUT }, state: { path: ["idea"], equals: id } },
    data: { doneAt: now },
  });

export const stateOf = ({ state }: Pick<Draft, "state">) =>
  ({ host: "alone", text: "", rest: [], idea: 0, ...(state as object | null) }) as QuestionState;

/** A question in our words, by its kind, or in a model's. */
const asksOf = (draft: number, { kind, text }: { kind: string; text: string }): Asks => ({
  key: "idea.asks",
  args: { draft, kind: text ? "model" : kind, text },
});

/** A question's form, where it is this person's; open, or done. */
export async function findQuestion({ db, person }: Asker, id: number, { open }: { open: boolean }) {
  const draft = await db.draft.findFirst({
    where: { id, personId: person.id, ...(open ? { doneAt: null } : { doneAt: { not: null } }) },
  });
  return draft && isQuestionKind(draft.kind) ? { ...stateOf(draft), kind: draft.kind } : undefined;
}
