import { answerCoAuthor } from "../authors/add-coauthor.ts";
import { keepAnswer } from "../challenges/answer-quietly.ts";
import { openChallenge } from "../challenges/open-challenge.ts";
import { answerCommitment } from "../commitments/make-commitment.ts";
import { answerPlace } from "../completion/place-idea.ts";
import { answerPart } from "../experiences/complete-experience.ts";
import { answerExperience } from "../experiences/share-experience.ts";
import type { FileGiven } from "../files/file.ts";
import { answerLeaver, answerNewcomer } from "../handovers/begin-handover.ts";
import { answerChange } from "../ideas/change-idea.ts";
import { answerJoin } from "../joins/ask-join.ts";
import { answerMaterial } from "../materials/note-material.ts";
import { answerSteps } from "../plans/add-steps.ts";
import { answerEvidence } from "../plans/give-evidence.ts";
import { answerWhy } from "../pulses/answer-pulse.ts";
import { answerPeople } from "../pulses/count-people.ts";
import { answerLaunch } from "../stages/launch-idea.ts";
import { answerStage } from "../stages/move-stage.ts";
import { answerOutcome } from "../stages/write-outcome.ts";
import { answerName, answerUnit } from "../units/write-profile.ts";
import type { LabScene } from "../use-case.ts";
import type { Answered } from "./answered.ts";

type Answer = (scene: LabScene, state: unknown, text: string, files: FileGiven[]) => Promise<Answered>;

/** What comes with these answers is kept with what they make; so files that come first can wait for the words. */
export const ILLUSTRATED = [
  "change",
  "experience",
  "answer",
  "material",
  "outcome",
  "place",
  "worked",
  "failed",
];

/** What becomes of an answer, by what was asked. Whose file is kept nowhere is told so. */
export const answers: Record<string, Answer> = {
  change: answerChange,
  experience: answerExperience,
  challenge: (scene, _, text) => openChallenge(scene, { text }),
  plan: answerSteps,
  evidence: answerEvidence,
  commitment: answerCommitment,
  answer: keepAnswer,
  join: answerJoin,
  name: (scene, _, text) => answerName(scene, text),
  unit: answerUnit,
  people: answerPeople,
  why: answerWhy,
  stage: answerStage,
  launch: answerLaunch,
  leaver: answerLeaver,
  newcomer: answerNewcomer,
  outcome: answerOutcome,
  material: answerMaterial,
  place: answerPart("place"),
  worked: answerPart("worked"),
  failed: answerPart("failed"),
  ideaUnit: answerPlace,
  coauthor: answerCoAuthor,
};
