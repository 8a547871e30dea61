import {
  AnswerPulse,
  answerPulse,
  GiveWhy,
  giveWhy,
  OpenPulse,
  openPulse,
} from "../../pulses/answer-pulse.ts";
import { CountPeople, countPeople, SkipPeople, skipPeople } from "../../pulses/count-people.ts";
import { type Route, row } from "../route.ts";
import { button } from "../triggers.ts";
import { member } from "../who.ts";

/** Whether ideas still live after their launch. */
export const pulses: Route[] = [
  button("pulse", [row(member, AnswerPulse, answerPulse)]),
  button("why", [row(member, GiveWhy, giveWhy)]),
  button("crowd", [row(member, CountPeople, countPeople)]),
  button("skipPeople", [row(member, SkipPeople, skipPeople)]),
  button("pulseAgain", [row(member, OpenPulse, openPulse)]),
];
