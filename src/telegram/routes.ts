import type { App } from "../app.ts";
import {
  AnswerChallenge,
  AnswerWithoutWords,
  answerChallenge,
  answerWithoutWords,
} from "../challenges/answer-challenge.ts";
import { ChangeChallenge, changeChallenge } from "../challenges/change-challenge.ts";
import {
  AskChallenge,
  askChallenge,
  inGroupOnly,
  OpenChallenge,
  openChallenge,
  SolveProblem,
  StartSession,
  solveProblem,
  startSession,
} from "../challenges/open-challenge.ts";
import { ShowHarvest, showHarvest } from "../challenges/show-harvest.ts";
import { SkipReason, skipReason } from "../decisions/answer-reason.ts";
import { MakeDecision, makeDecision } from "../decisions/make-decision.ts";
import { ReopenDecision, reopenDecision, UndoDecision, undoDecision } from "../decisions/undo-decision.ts";
import { CatchUp, catchUp } from "../digests/catch-up.ts";
import { PreviewDigest, previewDigest } from "../digests/preview-digest.ts";
import {
  AskExperience,
  askExperience,
  ShareExperience,
  shareExperience,
  WithdrawExperience,
  withdrawExperience,
} from "../experiences/share-experience.ts";
import { AddComment, addComment } from "../feedback/add-comment.ts";
import { GiveFeedback, giveFeedback } from "../feedback/give-feedback.ts";
import { ShowDesk, SkipAtDesk, showDesk, skipAtDesk } from "../feedback/show-desk.ts";
import { WithdrawFeedback, withdrawFeedback } from "../feedback/withdraw-feedback.ts";
import { AddIdea, addIdea } from "../ideas/add-idea.ts";
import { AnswerForm, AnswerOfficially, answerForm, HideAuthor, hideAuthor } from "../ideas/answer-form.ts";
import { ApproveIdea, approveIdea } from "../ideas/approve-idea.ts";
import { AskIdea, askIdea } from "../ideas/ask-idea.ts";
import { AskJoin, askJoin } from "../ideas/ask-join.ts";
import { AskChange, askChange } from "../ideas/change-idea.ts";
import { CompleteIdea, completeIdea, SkipQuestion, skipQuestion } from "../ideas/complete-idea.ts";
import { DisownIdea, disownIdea } from "../ideas/disown-idea.ts";
import { EditIdea, editIdea } from "../ideas/edit-idea.ts";
import { FollowIdea, followIdea } from "../ideas/follow-idea.ts";
import { JoinIdeas, joinIdeas, UnjoinIdeas, unjoinIdeas } from "../ideas/join-ideas.ts";
import { keepIdea } from "../ideas/keep-idea.ts";
import { ListIdeas, listIdeas, TurnList, turnList } from "../ideas/list-ideas.ts";
import { ListMyIdeas, listMyIdeas } from "../ideas/list-my-ideas.ts";
import { OfferIdea, offerIdea, TakeOffer, takeOffer } from "../ideas/offer-idea.ts";
import { PostIdea, postIdea } from "../ideas/post-idea.ts";
import { inspireIdea, RatherIdea, ratherIdea } from "../ideas/rather-idea.ts";
import { ReactIdea, reactIdea } from "../ideas/react-idea.ts";
import { RecordIdea, recordIdea } from "../ideas/record-idea.ts";
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
} from "../ideas/remove-idea.ts";
import {
  AskSearch,
  askSearch,
  SearchIdeas,
  searchIdeas,
  TurnFound,
  turnFound,
} from "../ideas/search-ideas.ts";
import { ShowIdea, showIdea } from "../ideas/show-idea.ts";
import { VoteIdea, voteIdea } from "../ideas/vote-idea.ts";
import { ChangeRole, changeRole } from "../labs/change-role.ts";
import { ClaimLab, claimLab } from "../labs/claim-lab.ts";
import { ExplainRoles, explainRoles } from "../labs/explain-roles.ts";
import {
  AskWhomToInvite,
  askWhomToInvite,
  InvitePerson,
  invitePerson,
  PressInvite,
  pressInvite,
} from "../labs/invite-person.ts";
import { JoinLab, joinLab } from "../labs/join-lab.ts";
import { leaveGroup } from "../labs/leave-group.ts";
import { ListTeam, listTeam } from "../labs/list-team.ts";
import { moveGroup } from "../labs/move-group.ts";
import { noteStanding } from "../labs/note-standing.ts";
import { openLab } from "../labs/open-lab.ts";
import { PickSetting, pickSetting } from "../labs/pick-setting.ts";
import { PressSetting, pressSetting } from "../labs/press-setting.ts";
import { RevokeInvitation, revokeInvitation } from "../labs/revoke-invitation.ts";
import { RevokeRole, revokeRole } from "../labs/revoke-role.ts";
import { ShowSettings, showSettings } from "../labs/show-settings.ts";
import { SplitLab, splitLab } from "../labs/split-lab.ts";
import { WriteSetting, writeSetting } from "../labs/write-setting.ts";
import { HelpPerson, helpPerson } from "../people/help-person.ts";
import { notePrivate } from "../people/note-private.ts";
import { OpenIdea, openIdea } from "../people/open-idea.ts";
import { PointToHelp, pointToHelp } from "../people/point-to-help.ts";
import { RefuseLink, refuseLink } from "../people/refuse-link.ts";
import {
  AskLanguage,
  askGroupLanguage,
  askLanguage,
  PressLanguage,
  pressGroupLanguage,
  pressLanguage,
  SetLanguage,
  setGroupLanguage,
  setLanguage,
} from "../people/set-language.ts";
import { SwitchLab, switchLab } from "../people/switch-lab.ts";
import { TakeInvitation, takeInvitation } from "../people/take-invitation.ts";
import { WelcomePerson, welcomePerson } from "../people/welcome-person.ts";
import {
  AskWhich,
  askSteps,
  askWhich,
  OpenPlan,
  openPlan,
  PlanIdea,
  planIdea,
  TickStep,
  tickStep,
} from "../plans/plan-idea.ts";
import { MoveStage, moveStage } from "../stages/move-stage.ts";
import { OpenStage, openStage, ShowFunnel, ShowStage, showFunnel, showStage } from "../stages/show-stage.ts";
import {
  AskIdeaSummary,
  AskSummary,
  askIdeaSummary,
  askSummary,
  ChooseSummary,
  chooseSummary,
} from "../threads/ask-summary.ts";
import { RecordLine, recordLine } from "../threads/record-line.ts";
import { profileInPrivate, ShowProfile, showProfile } from "../units/show-profile.ts";
import {
  AskProfile,
  askProfile,
  PickUnit,
  pickUnit,
  SkipUnit,
  skipUnit,
  WriteProfile,
  writeProfile,
} from "../units/write-profile.ts";
import { lookAdmin, lookAtStart, lookForFacilitator } from "./admins.ts";
import { botAdded, botChanged, botRemoved, migrated, privateChanged } from "./chat-events.ts";
import { type Route, row } from "./route.ts";
import { withTaps } from "./tap.ts";
import { answer, button, command, edited, event, reaction, talk, unknownCommand } from "./triggers.ts";
import {
  anyone,
  facilitator,
  inGroup,
  leader,
  leaderOrFacilitator,
  member,
  mentor,
  mentorOrLeader,
  privately,
} from "./who.ts";

/** An idea from its first word to its card. */
const ideas: Route[] = [
  command(
    "ide",
    ["idea"],
    ["group", "private"],
    [
      row(privately(member), AddIdea, keepIdea),
      row(member, RecordIdea, recordIdea),
      row(member, AddIdea, addIdea),
      row(member, AskIdea, askIdea),
    ],
  ),
  button("vote", [row(member, VoteIdea, voteIdea)]),
  button("follow", [row(member, FollowIdea, followIdea)]),
  button("details", [row(member, ShowIdea, showIdea)]),
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
  button("hide", [row(member, HideAuthor, hideAuthor)]),
  button("post", [row(member, PostIdea, postIdea)]),
  button("rather", [row(member, RatherIdea, ratherIdea)]),
  button("inspired", [row(member, RatherIdea, inspireIdea)]),
  button("approve", [row(facilitator, ApproveIdea, approveIdea)]),
  command("semuaide", ["daftar", "list"], ["group", "private"], [row(member, ListIdeas, listIdeas)]),
  button("page", [row(member, TurnList, turnList)]),
  command(
    "cari",
    ["search"],
    ["private"],
    [row(member, SearchIdeas, searchIdeas), row(member, AskSearch, askSearch)],
  ),
  command(
    "pengalaman",
    ["experience"],
    ["private"],
    [row(member, ShareExperience, shareExperience), row(member, AskExperience, askExperience)],
  ),
  button("unshare", [row(member, WithdrawExperience, withdrawExperience)]),
  button("found", [row(member, TurnFound, turnFound)]),
  command("ideku", ["myideas"], ["private"], [row(member, ListMyIdeas, listMyIdeas)]),
  button("take", [row(member, TakeOffer, takeOffer)]),
];

/** A question to a group, which people simply reply to. */
const challenges: Route[] = [
  command(
    "tantangan",
    ["challenge"],
    [],
    [
      row(privately(facilitator), AskChallenge, inGroupOnly),
      row(facilitator, OpenChallenge, openChallenge),
      row(facilitator, AskChallenge, askChallenge),
    ],
  ),
  button("session", [row(inGroup(facilitator), StartSession, startSession)]),
  button("steer", [row(facilitator, ChangeChallenge, changeChallenge)]),
  button("harvest", [row(member, ShowHarvest, showHarvest)]),
  button("solve", [row(inGroup(facilitator), SolveProblem, solveProblem)]),
];

/** From an idea to its use: its stage, and who does what until when. */
const work: Route[] = [
  command(
    "tahap",
    ["stage"],
    ["private"],
    [row(facilitator, ShowStage, showStage), row(facilitator, ShowFunnel, showFunnel)],
  ),
  button("stageOf", [row(facilitator, OpenStage, openStage)]),
  button("move", [row(facilitator, MoveStage, moveStage)]),
  command(
    "rencana",
    ["plan"],
    ["private"],
    [row(member, PlanIdea, planIdea), row(member, AskWhich, askWhich)],
  ),
  button("planOf", [row(member, OpenPlan, openPlan)]),
  button("steps", [row(member, OpenPlan, askSteps)]),
  button("tick", [row(member, TickStep, tickStep)]),
  button("complete", [row(member, CompleteIdea, completeIdea)]),
  button("wave", [row(member, SkipQuestion, skipQuestion)]),
];

/** What mentors do with ideas. */
const feedback: Route[] = [
  command("antrean", ["meja", "desk"], ["private"], [row(mentor, ShowDesk, showDesk)]),
  button("later", [row(mentor, SkipAtDesk, skipAtDesk)]),
  button("unfeedback", [row(member, WithdrawFeedback, withdrawFeedback)]),
];

/** What leaders do with ideas. */
const decisions: Route[] = [
  command(
    "pekanini",
    ["digest", "thisweek"],
    ["private"],
    [row(leaderOrFacilitator, PreviewDigest, previewDigest)],
  ),
  command("ketinggalan", ["susul", "catchup"], ["group", "private"], [row(member, CatchUp, catchUp)]),
  button("decide", [row(leader, MakeDecision, makeDecision)]),
  button("undo", [row(anyone, UndoDecision, undoDecision)]),
  button("reopen", [row(leader, ReopenDecision, reopenDecision)]),
  button("skip", [row(anyone, SkipReason, skipReason)]),
];

/** Discussions. */
const threads: Route[] = [
  command(
    "ringkas",
    ["summary"],
    ["group", "private"],
    [row(member, AskIdeaSummary, askIdeaSummary), row(member, AskSummary, askSummary)],
  ),
  button("summarise", [row(member, ChooseSummary, chooseSummary)]),
];

/** A lab, its groups, its team, its settings. */
const labs: Route[] = [
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
    [row(facilitator, ShowSettings, showSettings), row(facilitator, WriteSetting, writeSetting)],
  ),
  button("set", [row(facilitator, PressSetting, pressSetting)]),
  button("pick", [row(facilitator, PickSetting, pickSetting)]),
];

/** Whoever comes to the bot. */
const people = (app: Pick<App, "db">): Route[] => [
  event("private chat", privateChanged, notePrivate),
  command(
    "mulai",
    ["start"],
    ["private"],
    [
      row(anyone, WelcomePerson, welcomePerson),
      row(anyone, OpenIdea, openIdea),
      row(anyone, JoinLab, joinLab),
      row(anyone, TakeInvitation, takeInvitation),
      row(anyone, RefuseLink, refuseLink),
    ],
    { look: lookAtStart(app) },
  ),
  button("lab", [row(anyone, SwitchLab, switchLab)]),
  command(
    "profil",
    ["profile"],
    ["private"],
    [
      row(inGroup(member), ShowProfile, profileInPrivate),
      row(member, WriteProfile, writeProfile),
      row(member, ShowProfile, showProfile),
    ],
  ),
  button("askProfile", [row(privately(member), AskProfile, askProfile)]),
  button("unit", [row(privately(member), PickUnit, pickUnit)]),
  button("noUnit", [row(privately(member), SkipUnit, skipUnit)]),
  command(
    "bahasa",
    ["language"],
    ["private"],
    [
      row(inGroup(facilitator), SetLanguage, setGroupLanguage),
      row(inGroup(facilitator), AskLanguage, askGroupLanguage),
      row(anyone, SetLanguage, setLanguage),
      row(anyone, AskLanguage, askLanguage),
    ],
  ),
  button("setLanguage", [
    row(inGroup(facilitator), PressLanguage, pressGroupLanguage),
    row(privately(anyone), PressLanguage, pressLanguage),
  ]),
  command("bantuan", ["help"], ["group", "private"], [row(anyone, HelpPerson, helpPerson)]),
];

/** Whatever was said without a command, or with one that nobody knows. */
const rest: Route[] = [
  unknownCommand([row(anyone, PointToHelp, pointToHelp)]),
  answer("draft", [row(member, AnswerForm, answerForm), row(facilitator, AnswerOfficially, answerForm)]),
  answer("challenge", [
    row(member, AnswerChallenge, answerChallenge),
    row(member, AnswerWithoutWords, answerWithoutWords),
  ]),
  answer("idea", [row(mentorOrLeader, GiveFeedback, giveFeedback), row(member, AddComment, addComment)]),
  edited([row(member, EditIdea, editIdea)]),
  talk("private", [row(member, OfferIdea, offerIdea)]),
  talk("group", [row(member, RecordLine, recordLine)]),
];

/** Everything the bot answers to. The first route that fits wins; in it, the first row whose person and input fit. */
export const routes = (app: Pick<App, "db" | "llm">): Route[] =>
  withTaps([
    ...ideas,
    ...challenges,
    ...work,
    ...feedback,
    ...decisions,
    ...threads,
    ...labs,
    ...people(app),
    ...rest,
  ]);
