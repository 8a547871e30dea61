import { AnswerSpark, answerSpark, WordlessAnswer, wordlessAnswer } from "../../sparks/answer-spark.ts";
import { explainMute, MuteSpark, muteSpark } from "../../sparks/mute-spark.ts";
import { GatherTalk, gatherTalk } from "../../talk/gather-talk.ts";
import { type Route, row } from "../route.ts";
import { answer, button } from "../triggers.ts";
import { facilitator, inGroup, member, privately } from "../who.ts";

/** The weekly question at the end of a group's digest, and what is answered to it. */
export const sparks: Route[] = [
  answer("digest", [
    row(inGroup(member), AnswerSpark, answerSpark),
    row(inGroup(member), WordlessAnswer, wordlessAnswer),
    row(privately(member), GatherTalk, gatherTalk),
  ]),
  button("noSpark", [
    row(inGroup(facilitator), MuteSpark, muteSpark),
    row(inGroup(member), MuteSpark, explainMute),
  ]),
];
