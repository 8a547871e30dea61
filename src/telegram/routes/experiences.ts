import {
  CompleteExperience,
  completeExperience,
  SkipPart,
  skipPart,
} from "../../experiences/complete-experience.ts";
import { ScreenExperience, screenExperience } from "../../experiences/screen-experience.ts";
import {
  AskExperience,
  askExperience,
  restoreExperience,
  ShareExperience,
  shareExperience,
  WithdrawExperience,
  withdrawExperience,
} from "../../experiences/share-experience.ts";
import {
  ShowExperienceFiles,
  showExperienceFiles,
  showScreenedFiles,
} from "../../experiences/show-experience-files.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { facilitator, member, privately } from "../who.ts";

/** What somebody learned elsewhere. */
export const experiences: Route[] = [
  command(
    "pengalaman",
    ["experience"],
    ["private"],
    [row(member, ShareExperience, shareExperience), row(member, AskExperience, askExperience)],
  ),
  button("unshare", [row(member, WithdrawExperience, withdrawExperience)]),
  button("reshare", [row(member, WithdrawExperience, restoreExperience)]),
  button("letExperience", [row(facilitator, ScreenExperience, screenExperience)]),
  button("experienceFiles", [
    row(facilitator, ShowExperienceFiles, showScreenedFiles),
    row(member, ShowExperienceFiles, showExperienceFiles),
  ]),
  button("enrich", [row(privately(member), CompleteExperience, completeExperience)]),
  button("skipPart", [row(privately(member), SkipPart, skipPart)]),
];
