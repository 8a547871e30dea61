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
import {
  AnswerForm,
  AnswerOfficially,
  AnswerOfficiallyWithFile,
  AnswerWithFile,
  answerForm,
  answerWithFile,
  refuseWordless,
  WordlessAnswer,
} from "../../ideas/answer-form.ts";
import { EditIdea, editIdea } from "../../ideas/edit-idea.ts";
import { PointToHelp, pointToHelp } from "../../people/point-to-help.ts";
import { AnswerNotice, answerNotice } from "../../programme/notify-facilitators.ts";
import { GatherTalk, gatherTalk } from "../../talk/gather-talk.ts";
import { RecordLine, recordLine } from "../../threads/record-line.ts";
import { type Route, row } from "../route.ts";
import { answer, edited, talk, unknownCommand } from "../triggers.ts";
import { anyone, facilitator, inGroup, member, mentorOrLeader, privately, programmeAdmin } from "../who.ts";

/** Whatever was said without a command, or with one that nobody knows. */
export const rest: Route[] = [
  unknownCommand([row(anyone, PointToHelp, pointToHelp)]),
  { ...answer("album", [row(member, JoinAlbum, joinAlbum)]), quiet: true },
  answer("draft", [
    row(privately(programmeAdmin), AnswerNotice, answerNotice),
    row(member, AnswerForm, answerForm),
    row(facilitator, AnswerOfficially, answerForm),
    row(member, AnswerWithFile, answerWithFile),
    row(facilitator, AnswerOfficiallyWithFile, answerWithFile),
    row(member, WordlessAnswer, refuseWordless),
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
