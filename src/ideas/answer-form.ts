import { z } from "zod";
import { openChallenge } from "../challenges/open-challenge.ts";
import { answerReason } from "../decisions/answer-reason.ts";
import { shareExperience } from "../experiences/share-experience.ts";
import { type FileGiven, FilesGiven } from "../files/file.ts";
import type { Answered } from "../people/answered.ts";
import { closeForms } from "../people/open-form.ts";
import { answerSteps } from "../plans/add-steps.ts";
import { RowId } from "../row-id.ts";
import { say, turn } from "../sayings.ts";
import { answerStage } from "../stages/move-stage.ts";
import { answerName, answerUnit } from "../units/write-profile.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { addIdea, createIdea, IdeaText } from "./add-idea.ts";
import { answerJoin } from "./ask-join.ts";
import { answerChange } from "./change-idea.ts";
import { answerQuestion } from "./complete-idea.ts";
import { codeOf, titleOf } from "./idea.ts";
import { keepIdea } from "./keep-idea.ts";
import { submitAnonymously } from "./post-idea.ts";
import { searchIdeas } from "./search-ideas.ts";

/** What only a facilitator is asked. */
const OFFICIAL = ["challenge", "join", "stage"];

const Unofficial = z.string().refine((form) => !OFFICIAL.includes(form));
const Official = z.string().refine((form) => OFFICIAL.includes(form));
const Answering = z.object({ draft: z.number(), text: IdeaText, files: FilesGiven.default([]) });
const Wordless = Answering.extend({ text: z.string(), files: FilesGiven.min(1) });

export const AnswerForm = Answering.extend({ form: Unofficial });
export const AnswerOfficially = Answering.extend({ form: Official });
export const AnswerWithFile = Wordless.extend({ form: Unofficial });
export const AnswerOfficiallyWithFile = Wordless.extend({ form: Official });

type Answer = (scene: LabScene, state: unknown, text: string, files: FileGiven[]) => Promise<Answered>;

/** What a file alone answers too, without a word. */
const WORDLESS: string[] = [];

/** What becomes of an answer, by what was asked. */
const answers: Record<string, Answer> = {
  change: answerChange,
  experience: (scene, _, text) => shareExperience(scene, { text }),
  challenge: (scene, _, text) => openChallenge(scene, { text }),
  plan: answerSteps,
  join: answerJoin,
  name: (scene, _, text) => answerName(scene, text),
  unit: (scene, _, text) => answerUnit(scene, text),
  stage: answerStage,
  affected: (scene, state, text) => answerQuestion(scene, "affected", state, text),
  difference: (scene, state, text) => answerQuestion(scene, "difference", state, text),
};

/** A file alone, where words were asked for: the question stays open, unless a file answers it. */
export const answerWithFile: UseCase<typeof AnswerWithFile, LabScene> = async (scene, answer) => {
  if (WORDLESS.includes(answer.form)) return answerForm(scene, answer);
  return [say("file.needsWords", {})];
};

/** What an open form asked for. Somebody else's answer to it is none. */
export const answerForm: UseCase<typeof AnswerForm, LabScene> = async (scene, { draft: id, text, files }) => {
  const { db, person, now } = scene;
  const draft = await db.draft.findFirst({ where: { id, personId: person.id } });
  if (!draft) return [];
  if (draft.kind === "search") {
    await closeForms(scene, "search");
    return searchIdeas(scene, { text });
  }
  if (draft.doneAt && draft.kind !== "reason")
    return scene.chat.kind === "private" ? keepIdea(scene, { text }) : addIdea(scene, { text });

  await db.draft.update({ where: { id }, data: { doneAt: now } });
  const answer = answers[draft.kind];
  if (answer) {
    const said = await answer(scene, draft.state, text, files);
    if (!("again" in said)) return said;
    await db.draft.update({ where: { id }, data: { doneAt: null } });
    return said.again;
  }
  if (draft.kind === "reason") return answerReason(scene, draft, text);
  if (scene.chat.kind !== "private") return addIdea(scene, { text });
  return isAnonymous(draft.state) ? keepAnonymous(scene, text) : keepIdea(scene, { text });
};

const isAnonymous = (state: unknown) => (state as { anonymous?: boolean } | null)?.anonymous === true;

async function keepAnonymous(scene: LabScene, text: string) {
  const { db, lab, person, now } = scene;
  const draft = { authorId: person.id, text, state: "draft", createdAt: now };
  const idea = await createIdea(db, lab, { ...draft, anonymous: true });
  const asked = await submitAnonymously(scene, { ...idea, text });
  const args = { code: codeOf(lab, idea), title: titleOf(text).title };
  return [say(asked.length > 0 ? "idea.waits" : "idea.waitsNobody", args), ...asked];
}

export const HideAuthor = z.object({ draft: RowId });

/** "Anonim", pressed before the idea is written. */
export const hideAuthor: UseCase<typeof HideAuthor, LabScene> = async (
  { db, lab, person },
  { draft: id },
) => {
  const { count } = await db.draft.updateMany({
    where: { id, personId: person.id, doneAt: null },
    data: { state: { anonymous: true } },
  });
  return [count > 0 ? turn("idea.askAnonymous", { lab: lab.name }) : turn("idea.formClosed", {})];
};
