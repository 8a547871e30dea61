import { ChangeRole, changeRole } from "../../labs/change-role.ts";
import { ClaimLab, claimLab } from "../../labs/claim-lab.ts";
import { ExplainRoles, explainRoles } from "../../labs/explain-roles.ts";
import {
  AskWhomToInvite,
  askWhomToInvite,
  InvitePerson,
  invitePerson,
  PressInvite,
  pressInvite,
} from "../../labs/invite-person.ts";
import { leaveGroup } from "../../labs/leave-group.ts";
import { ListTeam, listTeam } from "../../labs/list-team.ts";
import { moveGroup } from "../../labs/move-group.ts";
import { noteStanding } from "../../labs/note-standing.ts";
import { openLab } from "../../labs/open-lab.ts";
import { PickSetting, pickSetting } from "../../labs/pick-setting.ts";
import { PressSetting, pressSetting } from "../../labs/press-setting.ts";
import { RevokeInvitation, revokeInvitation } from "../../labs/revoke-invitation.ts";
import { RevokeRole, revokeRole } from "../../labs/revoke-role.ts";
import { ShowSettings, showSettings } from "../../labs/show-settings.ts";
import { SplitLab, splitLab } from "../../labs/split-lab.ts";
import { WriteSetting, writeSetting } from "../../labs/write-setting.ts";
import { SetSpark, setSpark } from "../../sparks/set-spark.ts";
import { lookAdmin, lookForFacilitator } from "../admins.ts";
import { botAdded, botChanged, botRemoved, migrated } from "../chat-events.ts";
import { type Route, row } from "../route.ts";
import { button, command, event } from "../triggers.ts";
import { anyone, facilitator } from "../who.ts";

/** A lab, its groups, its team, its settings. */
export const labs: Route[] = [
  event("bot added", botAdded, openLab, { look: lookForFacilitator }),
  event("bot removed", botRemoved, leaveGroup),
  event("bot's rights changed", botChanged, noteStanding),
  event("group moved", migrated, moveGroup),
  button("claim", [row(anyone, ClaimLab, claimLab)], { look: lookAdmin }),
  button("split", [row(facilitator, SplitLab, splitLab)]),
  command(
    "tim",
    ["team"],
    ["private"],
    [
      row(facilitator, ListTeam, listTeam),
      row(facilitator, ChangeRole, changeRole),
      row(facilitator, ExplainRoles, explainRoles),
    ],
  ),
  button("untake", [row(facilitator, RevokeRole, revokeRole)]),
  command(
    "undang",
    ["invite"],
    ["private"],
    [row(facilitator, InvitePerson, invitePerson), row(facilitator, AskWhomToInvite, askWhomToInvite)],
  ),
  button("makeInvitation", [row(facilitator, PressInvite, pressInvite)]),
  button("revoke", [row(anyone, RevokeInvitation, revokeInvitation)]),
  command(
    "pengaturan",
    ["settings"],
    ["private"],
    [
      row(facilitator, ShowSettings, showSettings),
      row(facilitator, SetSpark, setSpark),
      row(facilitator, WriteSetting, writeSetting),
    ],
  ),
  button("set", [row(facilitator, PressSetting, pressSetting)]),
  button("pick", [row(facilitator, PickSetting, pickSetting)]),
];
