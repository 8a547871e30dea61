import {
  BeginHandover,
  beginHandover,
  PickLeaver,
  PickNewcomer,
  pickLeaver,
  pickNewcomer,
  pointToPrivate,
} from "../../handovers/begin-handover.ts";
import { BriefNewcomer, briefNewcomer } from "../../handovers/brief-newcomer.ts";
import { GiveAnonymous, giveAnonymous } from "../../handovers/give-anonymous.ts";
import { MakeHandover, makeHandover } from "../../handovers/make-handover.ts";
import { briefOwnNewcomer, undoOwnHandover } from "../../handovers/own-handover.ts";
import { UndoHandover, undoHandover } from "../../handovers/undo-handover.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { facilitator, member, privately } from "../who.ts";

/** Somebody is moved: what was theirs goes to a newcomer. */
export const handovers: Route[] = [
  command(
    "serahterima",
    ["handover"],
    ["private"],
    [
      row(privately(facilitator), BeginHandover, beginHandover),
      row(facilitator, BeginHandover, pointToPrivate),
    ],
  ),
  button("leaves", [row(facilitator, PickLeaver, pickLeaver)]),
  button("takesOver", [row(facilitator, PickNewcomer, pickNewcomer)]),
  button("handOver", [row(facilitator, MakeHandover, makeHandover)]),
  button("undoHandover", [
    row(facilitator, UndoHandover, undoHandover),
    row(member, UndoHandover, undoOwnHandover),
  ]),
  button("briefAgain", [
    row(facilitator, BriefNewcomer, briefNewcomer),
    row(member, BriefNewcomer, briefOwnNewcomer),
  ]),
  button("giveAnonymous", [row(member, GiveAnonymous, giveAnonymous)]),
];
