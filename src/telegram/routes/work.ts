import { AddCoAuthor, addCoAuthor } from "../../authors/add-coauthor.ts";
import { LeaveIdea, leaveIdea, removeCoAuthor } from "../../authors/remove-coauthor.ts";
import { CategoriseIdea, categoriseIdea } from "../../completion/categorise-idea.ts";
import { CompleteIdea, completeIdea, FillIdea, fillIdea } from "../../completion/complete-idea.ts";
import { NameIdeaUnit, nameIdeaUnit, PlaceIdea, placeIdea } from "../../completion/place-idea.ts";
import { AnswerAsLeader, AnswerAsTeacher, AnswerForm, AnswerOfficially } from "../../forms/form.ts";
import { MissIdea, missIdea } from "../../ideas/miss-idea.ts";
import { AskEvidence, askEvidence, SkipEvidence, skipEvidence } from "../../plans/give-evidence.ts";
import {
  AskWhich,
  askSteps,
  askWhich,
  OpenPlan,
  openPlan,
  PlanIdea,
  planIdea,
  TickStep,
  tickStep,
} from "../../plans/plan-idea.ts";
import { pickStep, RemoveStep, RestoreStep, removeStep, restoreStep } from "../../plans/remove-step.ts";
import { RetractAnswer, retractAnswer } from "../../questions/retract-answer.ts";
import { SkipQuestion, skipQuestion, skipQuestions } from "../../questions/skip-question.ts";
import { takeAnswer } from "../../questions/take-answer.ts";
import {
  AskLaunch,
  askLaunch,
  LaunchToday,
  launchToday,
  UndoLaunch,
  undoLaunch,
} from "../../stages/launch-idea.ts";
import { MoveStage, moveStage } from "../../stages/move-stage.ts";
import { ShowSheet, showSheet } from "../../stages/show-sheet.ts";
import {
  OpenStage,
  openStage,
  ShowFunnel,
  ShowStage,
  showFunnel,
  showStage,
} from "../../stages/show-stage.ts";
import { UndoStage, undoStage } from "../../stages/undo-stage.ts";
import { AskOutcome, askOutcome } from "../../stages/write-outcome.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { facilitator, leader, member, mentorOrFacilitator } from "../who.ts";

/** From an idea to its use: its stage, and who does what until when. */
export const work: Route[] = [
  command(
    "tahap",
    ["stage"],
    ["private"],
    [
      row(facilitator, ShowStage, showStage),
      row(facilitator, MissIdea, missIdea),
      row(facilitator, ShowFunnel, showFunnel),
    ],
  ),
  button("stageOf", [row(facilitator, OpenStage, openStage)]),
  button("move", [row(facilitator, MoveStage, moveStage)]),
  button("unmove", [row(facilitator, UndoStage, undoStage)]),
  button("launch", [row(facilitator, AskLaunch, askLaunch)]),
  button("launchToday", [row(facilitator, LaunchToday, launchToday)]),
  button("unlaunch", [row(facilitator, UndoLaunch, undoLaunch)]),
  button("outcome", [row(member, AskOutcome, askOutcome)]),
  button("sheet", [row(member, ShowSheet, showSheet)]),
  command(
    "rencana",
    ["plan"],
    ["private"],
    [row(member, PlanIdea, planIdea), row(member, MissIdea, missIdea), row(member, AskWhich, askWhich)],
  ),
  button("planOf", [row(member, OpenPlan, openPlan)]),
  button("steps", [row(member, OpenPlan, askSteps)]),
  button("pickStep", [row(member, OpenPlan, pickStep)]),
  button("removeStep", [row(member, RemoveStep, removeStep)]),
  button("restoreStep", [row(member, RestoreStep, restoreStep)]),
  button("tick", [row(member, TickStep, tickStep)]),
  button("evidence", [row(member, AskEvidence, askEvidence)]),
  button("skipEvidence", [row(member, SkipEvidence, skipEvidence)]),
  button("complete", [row(member, CompleteIdea, completeIdea)]),
  button("fill", [row(member, FillIdea, fillIdea)]),
  button("category", [row(member, CategoriseIdea, categoriseIdea)]),
  button("ideaUnit", [row(member, PlaceIdea, placeIdea)]),
  button("newIdeaUnit", [row(member, NameIdeaUnit, nameIdeaUnit)]),
  button("coauthor", [row(member, AddCoAuthor, addCoAuthor)]),
  button("uncoauthor", [row(member, AddCoAuthor, removeCoAuthor)]),
  button("notMe", [row(member, LeaveIdea, leaveIdea)]),
  button("wave", [row(member, SkipQuestion, skipQuestion)]),
  button("waveAll", [row(member, SkipQuestion, skipQuestions)]),
  button("answer", [
    row(member, AnswerForm.talk, takeAnswer),
    row(facilitator, AnswerOfficially.talk, takeAnswer),
    row(leader, AnswerAsLeader.talk, takeAnswer),
    row(mentorOrFacilitator, AnswerAsTeacher.talk, takeAnswer),
  ]),
  button("unanswer", [row(member, RetractAnswer, retractAnswer)]),
];
