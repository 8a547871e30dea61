import { z } from "zod";
import { keepAnswer } from "../challenges/answer-quietly.ts";
import { openChallenge } from "../challenges/open-challenge.ts";
import { answerCommitment } from "../commitments/make-commitment.ts";
import { answerReason } from "../decisions/answer-reason.ts";
import { answerPart } from "../experiences/complete-experience.ts";
import { shareExperience } from "../experiences/share-experience.ts";
import { type FileGiven, FilesGiven } from "../files/file.ts";
import { answerLeaver, answerNewcomer } from "../handovers/begin-handover.ts";
import { answerMaterial } from "../materials/note-material.ts";
import type { Answered } from "../people/answered.ts";
import { closeForms } from "../people/open-form.ts";
import { answerSteps } from "../plans/add-steps.ts";
import { answerEvidence } from "../plans/give-evidence.ts";
import { answerWhy } from "../pulses/answer-pulse.ts";
import { answerPeople } from "../pulses/count-people.ts";
import { RowId } from "../row-id.ts";
import { say, turn } from "../sayings.ts";
import { answerLaunch } from "../stages/launch-idea.ts";
import { answerStage } from "../stages/move-stage.ts";
import { answerOutcome } from "../stages/write-outcome.ts";
import { answerTalk } from "../talk/take-talk.ts";
import { answerName, answerUnit } from "../units/write-profile.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { addIdea, IdeaText } from "./add-idea.ts";
import { answerIdea, holdFiles } from "./ask-idea.ts";
import { answerJoin } from "./ask-join.ts";
import { answerChange } from "./change-idea.ts";
import { answerQuestion } from "./complete-idea.ts";
import { keepIdea } from "./keep-idea.ts";
import { searchIdeas } from "./search-ideas.ts";

/** What only a facilitator is asked; and what only an admin of the programme is. */
const OFFICIAL = ["challenge", "join", "stage", "launch", "leaver", "newcomer"];
const PROGRAMME = ["notice"];

const Unofficial = z.string().refine((form) => ![...OFFICIAL, ...PROGRAMME].includes(form));
const Official = z.string().refine((form) => OFFICIAL.includes(form));
const Answering = z.object({
  ...{ draft: z.number(), text: IdeaText, files: FilesGiven.default([]) },
  forwarded: z.boolean().default(false),
});
const Wordless = Answering.extend({ text: z.string(), files: FilesGiven.min(1) });

export const AnswerForm = Answering.extend({ form: Unofficial });
export const AnswerOfficially = Answering.extend({ form: Official });
export const AnswerWithFile = Wordless.extend({ form: Unofficial });
export const AnswerOfficiallyWithFile = Wordless.extend({ form: Official });

type Answer = (scene: LabScene, state: unknown, text: string, files: FileGiven[]) => Promise<Answered>;

/** What a file alone answers too, without a word. */
const WORDLESS: string[] = ["talk", "evidence"];
/** Talk in private, and what became of it. */
const TALKS = ["talk", "taken", "dropped"];
/** Signs without a letter are no answer; what was asked stays asked. */
export const WordlessAnswer = z.object({ draft: z.number(), text: z.string().regex(/^[^\p{L}\p{N}]*$/u) });
export const refuseWordless: UseCase<typeof WordlessAnswer> = async ({ db, person }, { draft: id }) =>
  (await db.draft.count({ where: { id, personId: person.id } })) > 0 ? [say("person.noWords", {})] : [];

/** What becomes of an answer, by what was asked. */
export const answers: Record<string, Answer> = {
  change: answerChange,
  experience: (scene, _, text) => shareExperience(scene, { text }),
  challenge: (scene, _, text) => openChallenge(scene, { text }),
  plan: answerSteps,
  evidence: answerEvidence,
  commitment: answerCommitment,
  answer: keepAnswer,
  join: answerJoin,
  name: (scene, _, text) => answerName(scene, text),
  unit: (scene, _, text) => answerUnit(scene, text),
  people: answerPeople,
  why: answerWhy,
  stage: answerStage,
  launch: answerLaunch,
  leaver: answerLeaver,
  newcomer: answerNewcomer,
  result: answerOutcome("result"),
  benefit: answerOutcome("benefit"),
  material: answerMaterial,
  place: (scene, state, text) => answerPart(scene, "place", state, text),
  worked: (scene, state, text) => answerPart(scene, "worked", state, text),
  failed: (scene, state, text) => answerPart(scene, "failed", state, text),
  affected: (scene, state, text) => answerQuestion(scene, "affected", state, text),
  difference: (scene, state, text) => answerQuestion(scene, "difference", state, text),
};

/** A file alone, where words were asked for: the question stays open, unless a file answers it. */
export const answerWithFile: UseCase<typeof AnswerWithFile, LabScene> = async (scene, answer) => {
  const { draft, form, files } = answer;
  if (WORDLESS.includes(form)) return answerForm(scene, answer);
  return form === "idea" ? holdFiles(scene, draft, files) : [say("file.needsWords", {})];
};

/** What an open form asked for. Somebody else's answer to it is none. */
export const answerForm: UseCase<typeof AnswerForm, LabScene> = async (scene, answer) => {
  const { db, person, now } = scene;
  const { draft: id, text, files } = answer;
  const draft = await db.draft.findFirst({ where: { id, personId: person.id } });
  if (!draft) return [];
  if (TALKS.includes(draft.kind)) return answerTalk(scene, id, answer);
  if (draft.kind === "search") {
    await closeForms(scene, "search");
    return searchIdeas(scene, { text });
  }
  if (draft.doneAt && draft.kind !== "reason")
    return scene.chat.kind === "private" ? keepIdea(scene, { text, files }) : addIdea(scene, { text, files });

  await db.draft.update({ where: { id }, data: { doneAt: now } });
  const answering = answers[draft.kind];
  if (answering) {
    const said = await answering(scene, draft.state, text, files);
    if (!("again" in said)) return said;
    await db.draft.update({ where: { id }, data: { doneAt: null } });
    return said.again;
  }
  if (draft.kind === "reason") return answerReason(scene, draft, text);
  return answerIdea(scene, draft.state, answer);
};

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
