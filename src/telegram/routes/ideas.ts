import { ShowIdea, showIdea, TurnIdea, turnIdea } from "../../cards/show-idea.ts";
import { AnswerChallenge, answerChallenge } from "../../challenges/answer-challenge.ts";
import { AskAnswer, askAnswer } from "../../challenges/ask-answer.ts";
import { ShowFiles, showFiles } from "../../files/show-files.ts";
import { UseTranscript, useTranscript } from "../../files/use-transcript.ts";
import { FollowIdea, followIdea } from "../../follows/follow-idea.ts";
import { AddIdea, addIdea } from "../../ideas/add-idea.ts";
import { AskIdea, askIdea } from "../../ideas/ask-idea.ts";
import { AskChange, askChange } from "../../ideas/change-idea.ts";
import { contributeIdea } from "../../ideas/contribute-idea.ts";
import { DisownIdea, disownIdea } from "../../ideas/disown-idea.ts";
import { ForgetOrigin, forgetOrigin } from "../../ideas/forget-origin.ts";
import { HideAuthor, hideAuthor } from "../../ideas/hide-author.ts";
import { keepIdea } from "../../ideas/keep-idea.ts";
import { OwnRecordedIdea, ownRecordedIdea } from "../../ideas/own-recorded-idea.ts";
import { PostIdea, postIdea } from "../../ideas/post-idea.ts";
import { inspireIdea, RatherIdea, ratherIdea } from "../../ideas/rather-idea.ts";
import { ReactIdea, reactIdea } from "../../ideas/react-idea.ts";
import { keepReplied, RecordIdea, recordIdea } from "../../ideas/record-idea.ts";
import { RekeepIdea, rekeepIdea } from "../../ideas/rekeep-idea.ts";
import {
  AskRemoval,
  askHiding,
  askWithdrawal,
  hideIdea,
  RemoveIdea,
  RestoreIdea,
  takeBackWithdrawal,
  unhideIdea,
  withdrawIdea,
} from "../../ideas/remove-idea.ts";
import { VoteIdea, voteIdea } from "../../ideas/vote-idea.ts";
import { AskJoin, askJoin } from "../../joins/ask-join.ts";
import { JoinIdeas, joinIdeas } from "../../joins/join-ideas.ts";
import { UnjoinIdeas, unjoinIdeas } from "../../joins/part-ideas.ts";
import { ApproveIdea, approveIdea } from "../../screening/approve-idea.ts";
import { DeclineIdea, declineIdea, ReconsiderIdea, reconsiderIdea } from "../../screening/decline-idea.ts";
import { TrustAuthor, trustAuthor } from "../../screening/trust-author.ts";
import { DropTalk, dropTalk, undropTalk } from "../../talk/drop-talk.ts";
import { TakeHeard, takeHeard } from "../../talk/hear-talk.ts";
import { TakeTalk, takeTalk } from "../../talk/take-talk.ts";
import { type Route, row } from "../route.ts";
import { button, command, reaction } from "../triggers.ts";
import { facilitator, inGroup, member, privately } from "../who.ts";

/** An idea from its first word to its card. */
export const ideas: Route[] = [
  command(
    "ide",
    ["idea"],
    ["group", "private"],
    [
      row(inGroup(member), AnswerChallenge, answerChallenge),
      row(inGroup(member), AskAnswer, askAnswer),
      row(privately(member), AddIdea, keepIdea),
      row(privately(member), RecordIdea, keepReplied),
      row(member, RecordIdea, recordIdea),
      row(member, AddIdea, addIdea),
      row(member, AskIdea, askIdea),
    ],
  ),
  button("vote", [row(member, VoteIdea, voteIdea)]),
  button("follow", [row(member, FollowIdea, followIdea)]),
  button("files", [row(member, ShowFiles, showFiles)]),
  button("details", [row(member, ShowIdea, showIdea)]),
  button("leaf", [row(member, TurnIdea, turnIdea)]),
  reaction([row(member, ReactIdea, reactIdea)]),
  button("change", [row(member, AskChange, askChange)]),
  button("withdraw", [row(member, AskRemoval, askWithdrawal)]),
  button("withdrawn", [row(member, RemoveIdea, withdrawIdea)]),
  button("unwithdraw", [row(member, RestoreIdea, takeBackWithdrawal)]),
  button("hideIdea", [row(facilitator, AskRemoval, askHiding)]),
  button("hidden", [row(facilitator, RemoveIdea, hideIdea)]),
  button("unhide", [row(facilitator, RestoreIdea, unhideIdea)]),
  button("askJoin", [row(facilitator, AskJoin, askJoin)]),
  button("join", [row(facilitator, JoinIdeas, joinIdeas)]),
  button("unjoin", [row(facilitator, UnjoinIdeas, unjoinIdeas)]),
  button("disown", [row(member, DisownIdea, disownIdea)]),
  button("own", [row(privately(member), OwnRecordedIdea, ownRecordedIdea)]),
  button("hide", [row(member, HideAuthor, hideAuthor)]),
  button("post", [row(member, PostIdea, postIdea)]),
  button("rekeep", [row(member, RekeepIdea, rekeepIdea)]),
  button("rather", [row(member, RatherIdea, ratherIdea)]),
  button("contribute", [row(member, RatherIdea, contributeIdea)]),
  button("inspired", [row(privately(member), RatherIdea, inspireIdea)]),
  button("forgetOrigin", [row(privately(member), ForgetOrigin, forgetOrigin)]),
  button("approve", [row(facilitator, ApproveIdea, approveIdea)]),
  button("declined", [row(facilitator, DeclineIdea, declineIdea)]),
  button("reconsider", [row(facilitator, ReconsiderIdea, reconsiderIdea)]),
  button("trust", [row(facilitator, TrustAuthor, trustAuthor)]),
  button("take", [row(privately(member), TakeTalk, takeTalk)]),
  button("heard", [row(privately(member), TakeHeard, takeHeard)]),
  button("useHeard", [row(member, UseTranscript, useTranscript)]),
  button("drop", [row(privately(member), DropTalk, dropTalk)]),
  button("undrop", [row(privately(member), DropTalk, undropTalk)]),
];
