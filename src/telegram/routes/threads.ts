import { MissIdea, missIdea } from "../../ideas/miss-idea.ts";
import {
  AskIdeaSummary,
  AskSummary,
  askIdeaSummary,
  askSummary,
  ChooseSummary,
  chooseSummary,
} from "../../threads/ask-summary.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { member } from "../who.ts";

/** Discussions. */
export const threads: Route[] = [
  command(
    "ringkas",
    ["summary"],
    ["group", "private"],
    [
      row(member, AskIdeaSummary, askIdeaSummary),
      row(member, MissIdea, missIdea),
      row(member, AskSummary, askSummary),
    ],
  ),
  button("summarise", [row(member, ChooseSummary, chooseSummary)]),
];
