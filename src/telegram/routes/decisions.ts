import { SkipReason, skipReason } from "../../decisions/answer-reason.ts";
import { MakeDecision, makeDecision } from "../../decisions/make-decision.ts";
import { ChooseDecision, chooseDecision } from "../../decisions/offer-decision.ts";
import { ReopenDecision, reopenDecision, UndoDecision, undoDecision } from "../../decisions/undo-decision.ts";
import { CatchUp, catchUp } from "../../digests/catch-up.ts";
import { PreviewDigest, previewDigest } from "../../digests/preview-digest.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { anyone, leader, leaderOrFacilitator, member } from "../who.ts";

/** What leaders do with ideas. */
export const decisions: Route[] = [
  command(
    "pekanini",
    ["digest", "thisweek"],
    ["private"],
    [row(leaderOrFacilitator, PreviewDigest, previewDigest)],
  ),
  command("ketinggalan", ["susul", "catchup"], ["group", "private"], [row(member, CatchUp, catchUp)]),
  button("decide", [row(leader, MakeDecision, makeDecision)]),
  button("choose", [row(leader, ChooseDecision, chooseDecision)]),
  button("undo", [row(anyone, UndoDecision, undoDecision)]),
  button("reopen", [row(leader, ReopenDecision, reopenDecision)]),
  button("skip", [row(anyone, SkipReason, skipReason)]),
];
