import {
  AnswerChallenge,
  AnswerWithoutWords,
  answerChallenge,
  answerWithoutWords,
} from "../../challenges/answer-challenge.ts";
import { AddComment, AddNothing, addComment, addNothing } from "../../feedback/add-comment.ts";
import { GiveFeedback, giveFeedback } from "../../feedback/give-feedback.ts";
import { AddFiles, addFiles } from "../../files/add-files.ts";
import { JoinAlbum, joinAlbum } from "../../files/join-album.ts";
import { answerForm, answerWithFile } from "../../forms/answer-form.ts";
import { EndForm, endForm } from "../../forms/end-form.ts";
import {
  AnswerAsLeader,
  AnswerAsTeacher,
  AnswerForm,
  AnswerOfficially,
  AnswerUnasked,
  WordlessAnswer,
} from "../../forms/form.ts";
import { refuseAnswer, refuseWordless } from "../../forms/refuse-answer.ts";
import { EditIdea, editIdea } from "../../ideas/edit-idea.ts";
import { PointToHelp, pointToHelp } from "../../people/point-to-help.ts";
import {
  AnswerNotice,
  AnswerNoticeWithFile,
  answerNotice,
  refuseFile,
} from "../../programme/notify-facilitators.ts";
import { GatherTalk, gatherTalk } from "../../talk/gather-talk.ts";
import { RecordLine, recordLine } from "../../threads/record-line.ts";
import { type Route, type Row, row } from "../route.ts";
import { answer, button, edited, talk, unknownCommand } from "../triggers.ts";
import {
  anyone,
  facilitator,
  inGroup,
  leader,
  member,
  mentorOrFacilitator,
  mentorOrLeader,
  privately,
  programmeAdmin,
  type Who,
} from "../who.ts";

const answers = (who: Who, { words, file }: typeof AnswerForm): Row[] => [
  row(who, words, answerForm),
  row(who, file, answerWithFile),
];

/** Whatever was said without a command, or with one that nobody knows. */
export const rest: Route[] = [
  button("endForm", [row(privately(anyone), EndForm, endForm)]),
  unknownCommand([row(anyone, PointToHelp, pointToHelp)]),
  { ...answer("album", [row(member, JoinAlbum, joinAlbum)]), quiet: true },
  answer("draft", [
    row(privately(programmeAdmin), AnswerNotice, answerNotice),
    row(privately(programmeAdmin), AnswerNoticeWithFile, refuseFile),
    ...answers(member, AnswerForm),
    ...answers(facilitator, AnswerOfficially),
    ...answers(leader, AnswerAsLeader),
    ...answers(mentorOrFacilitator, AnswerAsTeacher),
    row(member, WordlessAnswer, refuseWordless),
    row(member, AnswerUnasked, refuseAnswer),
  ]),
  answer("challenge", [
    row(member, AnswerChallenge, answerChallenge),
    row(member, AnswerWithoutWords, answerWithoutWords),
  ]),
  answer("idea", [
    row(mentorOrLeader, GiveFeedback, giveFeedback),
    row(member, AddComment, addComment),
    row(member, AddFiles, addFiles),
    row(inGroup(member), AddNothing, addNothing),
  ]),
  edited([row(member, EditIdea, editIdea)]),
  talk("private", [row(member, GatherTalk, gatherTalk)]),
  talk("group", [row(member, RecordLine, recordLine)]),
];
