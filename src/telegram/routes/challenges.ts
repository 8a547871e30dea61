import { ChangeChallenge, changeChallenge } from "../../challenges/change-challenge.ts";
import {
  AskChallenge,
  askChallenge,
  inGroupOnly,
  OpenChallenge,
  openChallenge,
  SolveProblem,
  StartSession,
  solveProblem,
  startSession,
} from "../../challenges/open-challenge.ts";
import { PictureHarvest, pictureHarvest } from "../../challenges/rank-answers.ts";
import { ShowAnswers, showAnswers, TurnAnswers, turnAnswers } from "../../challenges/show-answers.ts";
import { ShowHarvest, showHarvest } from "../../challenges/show-harvest.ts";
import { SupportAnswer, supportAnswer } from "../../challenges/support-answer.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { facilitator, inGroup, member, privately } from "../who.ts";

/** A question to a group, which people simply reply to. */
export const challenges: Route[] = [
  command(
    "tantangan",
    ["challenge"],
    [],
    [
      row(privately(facilitator), AskChallenge, inGroupOnly),
      row(facilitator, OpenChallenge, openChallenge),
      row(facilitator, AskChallenge, askChallenge),
    ],
  ),
  button("session", [row(inGroup(facilitator), StartSession, startSession)]),
  button("steer", [row(facilitator, ChangeChallenge, changeChallenge)]),
  button("harvest", [row(member, ShowHarvest, showHarvest)]),
  button("answers", [row(member, ShowAnswers, showAnswers)]),
  button("support", [row(member, SupportAnswer, supportAnswer)]),
  button("turnAnswers", [row(member, TurnAnswers, turnAnswers)]),
  button("pictureHarvest", [row(inGroup(facilitator), PictureHarvest, pictureHarvest)]),
  button("solve", [row(inGroup(facilitator), SolveProblem, solveProblem)]),
];
