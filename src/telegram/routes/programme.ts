import { AdmitLab, admitLab } from "../../programme/admit-lab.ts";
import { AskNotice, askNotice } from "../../programme/notify-facilitators.ts";
import { ShowLab, showLab } from "../../programme/show-lab.ts";
import {
  FindLabs,
  findLabs,
  ShowProgramme,
  showProgramme,
  TurnProgramme,
  turnProgramme,
} from "../../programme/show-programme.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { privately, programmeAdmin } from "../who.ts";

/** What the programme's admins do with labs. */
export const programme: Route[] = [
  command(
    "program",
    [],
    ["private"],
    [row(programmeAdmin, ShowProgramme, showProgramme), row(programmeAdmin, FindLabs, findLabs)],
  ),
  button("programPage", [row(privately(programmeAdmin), TurnProgramme, turnProgramme)]),
  button("programLab", [row(privately(programmeAdmin), ShowLab, showLab)]),
  button("admit", [row(privately(programmeAdmin), AdmitLab, admitLab)]),
  button("notify", [row(privately(programmeAdmin), AskNotice, askNotice)]),
];
