import { CompleteIdea, completeIdea, SkipQuestion, skipQuestion } from "../../ideas/complete-idea.ts";
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
import { MoveStage, moveStage } from "../../stages/move-stage.ts";
import {
  OpenStage,
  openStage,
  ShowFunnel,
  ShowStage,
  showFunnel,
  showStage,
} from "../../stages/show-stage.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { facilitator, member } from "../who.ts";

/** From an idea to its use: its stage, and who does what until when. */
export const work: Route[] = [
  command(
    "tahap",
    ["stage"],
    ["private"],
    [row(facilitator, ShowStage, showStage), row(facilitator, ShowFunnel, showFunnel)],
  ),
  button("stageOf", [row(facilitator, OpenStage, openStage)]),
  button("move", [row(facilitator, MoveStage, moveStage)]),
  command(
    "rencana",
    ["plan"],
    ["private"],
    [row(member, PlanIdea, planIdea), row(member, AskWhich, askWhich)],
  ),
  button("planOf", [row(member, OpenPlan, openPlan)]),
  button("steps", [row(member, OpenPlan, askSteps)]),
  button("tick", [row(member, TickStep, tickStep)]),
  button("complete", [row(member, CompleteIdea, completeIdea)]),
  button("wave", [row(member, SkipQuestion, skipQuestion)]),
];
