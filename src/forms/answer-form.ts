import type { z } from "zod";
import { answerReason } from "../decisions/answer-reason.ts";
import type { Draft } from "../generated/prisma/client.ts";
import { addIdea } from "../ideas/add-idea.ts";
import { answerIdea, holdFiles } from "../ideas/ask-idea.ts";
import { keepIdea } from "../ideas/keep-idea.ts";
import { answerQuestion } from "../questions/answer-question.ts";
import { askedNow, stateOf } from "../questions/ask-question.ts";
import { findMissed } from "../questions/find-missed.ts";
import { illustrateIdea } from "../questions/illustrate-idea.ts";
import { isBesides, offerBeside } from "../questions/offer-beside.ts";
import { isQuestionKind } from "../questions/question.ts";
import { type Saying, say } from "../sayings.ts";
import { searchIdeas } from "../search/search-ideas.ts";
import { beginTalk } from "../talk/gather-talk.ts";
import { answerTalk } from "../talk/take-talk.ts";
import type { Said } from "../talk/talk.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { answers } from "./answers.ts";
import type { AnswerForm } from "./form.ts";
import { heldIn, holdForWords } from "./hold-files.ts";
import { askAgain, closeForms } from "./open-form.ts";
import { tellUntaken } from "./tell-untaken.ts";

/** What a file alone answers too, without a word. */
const WORDLESS: string[] = ["talk", "evidence"];
/** Talk in private, and what became of it. */
const TALKS = ["talk", "taken", "dropped"];

type Answer = z.output<typeof AnswerForm.words>;

/** A file alone, where words were asked for: the question stays open, unless a file answers it. */
export const answerWithFile: UseCase<typeof AnswerForm.file, LabScene> = async (scene, answer) => {
  const { draft, form, files } = answer;
  if (WORDLESS.includes(form)) return answerForm(scene, answer);
  if (isQuestionKind(form)) return illustrateIdea(scene, answer);
  return form === "idea" ? holdFiles(scene, draft, files) : holdForWords(scene, draft, files);
};

/** What an open form asked for. Somebody else's answer to it is none. Of files that are kept nowhere it is said. */
export const answerForm: UseCase<typeof AnswerForm.words, LabScene> = async (scene, answer) => {
  const draft = await scene.db.draft.findFirst({ where: { id: answer.draft, personId: scene.person.id } });
  if (!draft) return [];
  const said = await take(scene, draft, answer);
  return [...said, ...(await tellUntaken(scene, draft, [...heldIn(draft), ...answer.files]))];
};

/** What becomes of an answer; what is plainly something else is offered. */
async function take(scene: LabScene, draft: Draft, answer: Answer): Promise<Saying[]> {
  const { db, now } = scene;
  const { draft: id, text, files, reply } = answer;
  if (TALKS.includes(draft.kind)) return answerTalk(scene, id, answer);
  if (reply === undefined && isBesides(scene, draft, answer)) return offerBeside(scene, draft, answer);
  if (draft.kind === "search") {
    await closeForms(scene, "search");
    return searchIdeas(scene, { text });
  }
  if (draft.doneAt && draft.kind !== "reason") return answerAgain(scene, draft, answer);

  await db.draft.update({ where: { id }, data: { doneAt: now } });
  const answering = answers[draft.kind];
  if (answering) {
    const state = { ...(draft.state as object | null), draft: id };
    const said = await answering(scene, state, text, [...heldIn(draft), ...files]);
    if (!("again" in said)) return said;
    await db.draft.update({ where: { id }, data: { doneAt: null } });
    return askAgain(said.again, { about: "draft", id });
  }
  if (isQuestionKind(draft.kind)) return answerQuestion(scene, draft, { text, files });
  if (draft.kind === "reason") return answerReason(scene, draft, text);
  return answerIdea(scene, draft.state, answer);
}

/** A reply to a question that was answered: another idea, the next question's answer, or plain words. */
async function answerAgain(scene: LabScene, draft: Draft, said: Said): Promise<Saying[]> {
  const { text, files, forwarded } = said;
  const inPrivate = scene.chat.kind === "private";
  if (draft.kind === "idea")
    return inPrivate ? keepIdea(scene, { text, files }) : addIdea(scene, { text, files });
  if (!inPrivate) return [say("idea.formClosed", {})];
  const missed = await findMissed(scene, draft);
  if (missed) return answerQuestion(scene, missed, { text, files });
  const [next] = isQuestionKind(draft.kind) ? await askedNow(scene, { id: stateOf(draft).idea }) : [];
  if (!next) return beginTalk(scene, { text, files, forwarded });
  const open = await scene.db.draft.findUniqueOrThrow({ where: { id: next.args.draft } });
  return take(scene, open, { draft: open.id, form: draft.kind, text, files, forwarded, reply: true });
}
