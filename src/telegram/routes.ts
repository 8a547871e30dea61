import type { App } from "../app.ts";
import { AddIdea, addIdea } from "../ideas/add-idea.ts";
import { AnswerForm, answerForm, HideAuthor, hideAuthor } from "../ideas/answer-form.ts";
import { ApproveIdea, approveIdea } from "../ideas/approve-idea.ts";
import { AskIdea, askIdea } from "../ideas/ask-idea.ts";
import { DisownIdea, disownIdea } from "../ideas/disown-idea.ts";
import { EditIdea, editIdea } from "../ideas/edit-idea.ts";
import { FollowIdea, followIdea } from "../ideas/follow-idea.ts";
import { keepIdea } from "../ideas/keep-idea.ts";
import { ListIdeas, listIdeas, TurnList, turnList } from "../ideas/list-ideas.ts";
import { ListMyIdeas, listMyIdeas } from "../ideas/list-my-ideas.ts";
import { OfferIdea, offerIdea, TakeOffer, takeOffer } from "../ideas/offer-idea.ts";
import { PostIdea, postIdea } from "../ideas/post-idea.ts";
import { RecordIdea, recordIdea } from "../ideas/record-idea.ts";
import { ShowIdea, showIdea } from "../ideas/show-idea.ts";
import { VoteIdea, voteIdea } from "../ideas/vote-idea.ts";
import { AddComment, addComment } from "../feedback/add-comment.ts";
import { GiveFeedback, giveFeedback } from "../feedback/give-feedback.ts";
import { ShowDesk, SkipAtDesk, showDesk, skipAtDesk } from "../feedback/show-desk.ts";
import { WithdrawFeedback, withdrawFeedback } from "../feedback/withdraw-feedback.ts";
import { answer, button, command, edited, type Route, row, talk } from "./route.ts";
import { facilitator, member, mentor, mentorOrLeader, privately } from "./who.ts";

/** Everything the bot answers to. The first route that fits wins; in it, the first row whose person and input fit. */
export const routes = (_: Pick<App, "llm">): Route[] => [
  // ideas
  command("ide", ["idea"], ["group", "private"], [
    row(privately(member), AddIdea, keepIdea),
    row(member, RecordIdea, recordIdea),
    row(member, AddIdea, addIdea),
    row(member, AskIdea, askIdea),
  ]),
  button("vote", [row(member, VoteIdea, voteIdea)]),
  button("follow", [row(member, FollowIdea, followIdea)]),
  button("details", [row(member, ShowIdea, showIdea)]),
  button("disown", [row(member, DisownIdea, disownIdea)]),
  button("hide", [row(member, HideAuthor, hideAuthor)]),
  button("post", [row(member, PostIdea, postIdea)]),
  button("approve", [row(facilitator, ApproveIdea, approveIdea)]),
  command("semuaide", ["daftar", "list"], ["group", "private"], [row(member, ListIdeas, listIdeas)]),
  button("list", [row(member, TurnList, turnList)]),
  command("ideku", ["myideas"], ["private"], [row(member, ListMyIdeas, listMyIdeas)]),
  button("take", [row(member, TakeOffer, takeOffer)]),
  // feedback
  command("antrean", ["meja", "desk"], ["private"], [row(mentor, ShowDesk, showDesk)]),
  button("desk", [row(mentor, SkipAtDesk, skipAtDesk)]),
  button("unfeedback", [row(member, WithdrawFeedback, withdrawFeedback)]),
  // decisions and digests
  // threads
  // labs
  // people
  // what is left
  answer("draft", [row(member, AnswerForm, answerForm)]),
  answer("idea", [
    row(mentorOrLeader, GiveFeedback, giveFeedback),
    row(member, AddComment, addComment),
  ]),
  edited([row(member, EditIdea, editIdea)]),
  talk("private", [row(member, OfferIdea, offerIdea)]),
];
