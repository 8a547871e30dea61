import type { App } from "../../app.ts";
import { AnswerQuietly, answerQuietly } from "../../challenges/answer-quietly.ts";
import { JoinLab, joinLab } from "../../labs/join-lab.ts";
import { HelpPerson, helpPerson } from "../../people/help-person.ts";
import { notePrivate } from "../../people/note-private.ts";
import { OpenIdea, openIdea } from "../../people/open-idea.ts";
import { RefuseLink, refuseLink } from "../../people/refuse-link.ts";
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
} from "../../people/set-language.ts";
import { SwitchLab, switchLab } from "../../people/switch-lab.ts";
import { TakeInvitation, takeInvitation } from "../../people/take-invitation.ts";
import { WelcomePerson, welcomePerson } from "../../people/welcome-person.ts";
import { profileInPrivate, ShowProfile, showProfile } from "../../units/show-profile.ts";
import {
  AskProfile,
  askProfile,
  NameUnit,
  nameUnit,
  PickUnit,
  pickUnit,
  SkipUnit,
  skipUnit,
  WriteProfile,
  writeProfile,
} from "../../units/write-profile.ts";
import { lookAtStart } from "../admins.ts";
import { privateChanged } from "../chat-events.ts";
import { type Route, row } from "../route.ts";
import { button, command, event } from "../triggers.ts";
import { anyone, facilitator, inGroup, member, privately } from "../who.ts";

/** Whoever comes to the bot. */
export const people = (app: Pick<App, "db">): Route[] => [
  event("private chat", privateChanged, notePrivate),
  command(
    "mulai",
    ["start"],
    ["private"],
    [
      row(anyone, WelcomePerson, welcomePerson),
      row(anyone, OpenIdea, openIdea),
      row(anyone, AnswerQuietly, answerQuietly),
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
  button("newUnit", [row(privately(member), NameUnit, nameUnit)]),
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
