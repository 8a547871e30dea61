import { keepAnswer } from "../challenges/answer-quietly.ts";
import { openChallenge } from "../challenges/open-challenge.ts";
import { answerCommitment } from "../commitments/make-commitment.ts";
import { answerReason } from "../decisions/answer-reason.ts";
import { answerPart } from "../experiences/complete-experience.ts";
import { shareExperience } from "../experiences/share-experience.ts";
import type { FileGiven } from "../files/file.ts";
import { answerLeaver, answerNewcomer } from "../handovers/begin-handover.ts";
import { answerMaterial } from "../materials/note-material.ts";
import type { Answered } from "../people/answered.ts";
import { closeForms } from "../people/open-form.ts";
import { answerSteps } from "../plans/add-steps.ts";
import { answerEvidence } from "../plans/give-evidence.ts";
import { answerWhy } from "../pulses/answer-pulse.ts";
import { answerPeople } from "../pulses/count-people.ts";
import { say } from "../sayings.ts";
import { answerLaunch } from "../stages/launch-idea.ts";
import { answerStage } from "../stages/move-stage.ts";
import { answerOutcome } from "../stages/write-outcome.ts";
import { GatherTalk, gatherTalk } from "../talk/gather-talk.ts";
import { answerTalk } from "../talk/take-talk.ts";
import { answerName, answerUnit } from "../units/write-profile.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { addIdea } from "./add-idea.ts";
import { answerIdea, holdFiles } from "./ask-idea.ts";
import { answerJoin } from "./ask-join.ts";
import { answerChange } from "./change-idea.ts";
import { answerQuestion } from "./complete-idea.ts";
import type { AnswerForm, AnswerUnasked, WordlessAnswer } from "./form.ts";
import { keepIdea } from "./keep-idea.ts";
import { searchIdeas } from "./search-ideas.ts";

type Answer = (scene: LabScene, state: unknown, text: string, files: FileGiven[]) => Promise<Answered>;

/** What a file alone answers too, without a word. */
const WORDLESS: string[] = ["talk", "evidence"];
/** Talk in private, and what became of it. */
const TALKS = ["talk", "taken", "dropped"];
/** Signs without a letter are no answer; what was asked stays asked. */
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
export const answerWithFile: UseCase<typeof AnswerForm.file, LabScene> = async (scene, answer) => {
  const { draft, form, files } = answer;
  if (WORDLESS.includes(form)) return answerForm(scene, answer);
  return form === "idea" ? holdFiles(scene, draft, files) : [say("file.needsWords", {})];
};

/** What an open form asked for. Somebody else's answer to it is none. */
export const answerForm: UseCase<typeof AnswerForm.words, LabScene> = async (scene, answer) => {
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

/** What was asked of somebody in a role that went meanwhile is asked no more; what they wrote is kept as any talk. */
export const refuseAnswer: UseCase<typeof AnswerUnasked, LabScene> = async (
  scene,
  { draft: id, ...said },
) => {
  const { db, person, chat, now } = scene;
  const { count } = await db.draft.updateMany({
    where: { id, personId: person.id, doneAt: null },
    data: { doneAt: now },
  });
  if (count === 0) return [];
  const talk = chat.kind === "private" ? GatherTalk.safeParse(said) : undefined;
  return [say("person.notAsked", {}), ...(talk?.success ? await gatherTalk(scene, talk.data) : [])];
};
