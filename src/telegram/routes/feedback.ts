import { ShowDesk, SkipAtDesk, showDesk, skipAtDesk } from "../../feedback/show-desk.ts";
import { WithdrawFeedback, withdrawFeedback } from "../../feedback/withdraw-feedback.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { member, mentor } from "../who.ts";

/** What mentors do with ideas. */
export const feedback: Route[] = [
  command("antrean", ["meja", "desk"], ["private"], [row(mentor, ShowDesk, showDesk)]),
  button("later", [row(mentor, SkipAtDesk, skipAtDesk)]),
  button("unfeedback", [row(member, WithdrawFeedback, withdrawFeedback)]),
];
