import type { CoAuthorSayings } from "./authors/coauthor.ts";
import type { CardSayings } from "./cards/card.ts";
import type { DetailSayings } from "./cards/details.ts";
import type { ChallengeSayings } from "./challenges/challenge.ts";
import type { CommitmentSayings } from "./commitments/commitment.ts";
import type { CompletionSayings } from "./completion/completion.ts";
import type { DecisionSayings } from "./decisions/decision.ts";
import type { DigestSayings } from "./digests/digest.ts";
import type { ExchangeSayings } from "./exchange/exchange.ts";
import type { ExperienceSayings } from "./experiences/experience.ts";
import type { FeedbackSayings } from "./feedback/feedback.ts";
import type { FileSayings } from "./files/file.ts";
import type { FollowSayings } from "./follows/follow.ts";
import type { HandoverSayings } from "./handovers/handover.ts";
import type { IdeaSayings } from "./ideas/idea.ts";
import type { JoinSayings } from "./joins/join.ts";
import type { LabSayings } from "./labs/lab.ts";
import type { FilterSayings } from "./lists/filter.ts";
import type { ListSayings } from "./lists/list.ts";
import type { MaterialSayings } from "./materials/material.ts";
import type { MethodSayings } from "./methods/method.ts";
import type { PersonSayings } from "./people/person.ts";
import type { PlanSayings } from "./plans/plan.ts";
import type { ProgrammeSayings } from "./programme/programme.ts";
import type { PulseSayings } from "./pulses/pulse.ts";
import type { QuestionSayings } from "./questions/question.ts";
import type { ScreeningSayings } from "./screening/screening.ts";
import type { SearchSayings } from "./search/search.ts";
import type { SparkSayings } from "./sparks/spark.ts";
import type { StageSayings } from "./stages/stage.ts";
import type { TalkSayings } from "./talk/talk.ts";
import type { ThreadSayings } from "./threads/thread.ts";
import type { UnitSayings } from "./units/unit.ts";

/** Everything the bot can say, and what each sentence needs. The words are in `locales/`. */
export type Sayings = IdeaSayings &
  CardSayings &
  ScreeningSayings &
  SearchSayings &
  FollowSayings &
  CompletionSayings &
  CoAuthorSayings &
  JoinSayings &
  FilterSayings &
  ListSayings &
  DetailSayings &
  QuestionSayings &
  FeedbackSayings &
  DecisionSayings &
  DigestSayings &
  ThreadSayings &
  ChallengeSayings &
  ExperienceSayings &
  ExchangeSayings &
  FileSayings &
  MaterialSayings &
  MethodSayings &
  PlanSayings &
  CommitmentSayings &
  PulseSayings &
  HandoverSayings &
  SparkSayings &
  StageSayings &
  TalkSayings &
  UnitSayings &
  LabSayings &
  ProgrammeSayings &
  PersonSayings;

export type Key = keyof Sayings;

/** A sentence with what fills its blanks; its words are frozen when it is said. */
export type Said<K extends Key = Key> = { [P in K]: { key: P; args: Sayings[P] } }[K];

/** A sentence of a noun that stands within another one, as a paragraph does. */
export type Within<S> = { [P in keyof S]: { key: P; args: S[P] } }[keyof S];

/** What a message is about. A reply to it is a reply to that. */
export type About = { about: "idea" | "draft" | "challenge" | "digest"; id: number };

/** A message that is drawn from the store when it is sent, and again whenever that changed. */
export type View = { view: "idea" | "board" | "talk"; id: number };

/**
 * Where a message goes: *here* (the chat and topic it came from) · a chat · a person, privately ·
 * *aside*: to the person who asked, and to nobody else.
 */
export type Address =
  | { to: "here" }
  | { to: "chat"; chatId: number; topicId?: number | undefined; replyTo?: number | undefined }
  | { to: "person"; personId: number; otherwise?: Otherwise | undefined }
  | { to: "aside"; orNothing?: boolean | undefined };

/** What to say in a group when a person cannot be reached privately. */
export type Otherwise = { chatId: number; replyTo?: number | undefined; said: Said };

export type Message = {
  do: "message";
  address: Address;
  what: Said | View;
  about?: About;
  /** What takes it back before it is due. */
  cancelKey?: string;
  /** It is said so much later, in milliseconds. */
  after?: number;
  /** A digest gives way to everything else. */
  digest?: boolean;
  /** The answer of a job to what a person has just done: quiet hours do not hold it. */
  urgent?: boolean;
  pin?: boolean;
  /** Whose quiet hours are kept, where it goes to another lab than the one it comes from. */
  zone?: string;
};

/** One thing to say or do. */
export type Saying =
  | Message
  | { do: "turn"; what: Said }
  | { do: "react"; sign: "noted" | "seen" }
  | { do: "toast"; what: Said; alert?: boolean }
  | { do: "show"; about: About }
  | { do: "cancel"; cancelKey: string };

type More = Pick<Message, "about" | "cancelKey" | "after" | "digest" | "urgent" | "pin" | "zone">;

const message = (address: Address, what: Said | View, more: More = {}): Message => ({
  do: "message",
  address,
  what,
  ...more,
});

/** Answers where it was asked. */
export const say = <K extends Key>(key: K, args: Sayings[K], more?: More): Message =>
  message({ to: "here" }, { key, args } as Said, more);

/** Answers the person who asked, and nobody else: privately, or not at all. */
export const aside = <K extends Key>(key: K, args: Sayings[K], more?: More): Message =>
  message({ to: "aside" }, { key, args } as Said, more);

/** Tells the person who asked something privately, or nobody: it is not worth a word in the group. */
export const whisper = <K extends Key>(key: K, args: Sayings[K], more?: More): Message =>
  message({ to: "aside", orNothing: true }, { key, args } as Said, more);

/** Turns the message whose button was pressed into another one. */
export const turn = <K extends Key>(key: K, args: Sayings[K]): Saying => ({
  do: "turn",
  what: { key, args } as Said,
});

/** Tells a person something privately; `otherwise` is for who never pressed Start. Quiet hours are kept. */
export const tell = <K extends Key>(
  to: { personId: number; otherwise?: Otherwise | undefined },
  key: K,
  args: Sayings[K],
  more?: More,
): Message => message({ to: "person", ...to }, { key, args } as Said, more);

/** Says something in a group. Quiet hours are kept. */
export const post = <K extends Key>(chatId: number, key: K, args: Sayings[K], more?: More): Message =>
  message({ to: "chat", chatId }, { key, args } as Said, more);

/** Puts an idea's card in a chat. */
export const card = (address: Address, id: number): Message =>
  message(address, { view: "idea", id }, { about: { about: "idea", id } });

/** Draws every card of an idea anew. */
export const show = (id: number): Saying => ({ do: "show", about: { about: "idea", id } });

/** Answers with a sign on the message itself. */
export const react = (sign: "noted" | "seen"): Saying => ({ do: "react", sign });

/** A word that passes by when a button is pressed; `alert` waits for an OK. Lost if the line is. */
export const toast = <K extends Key>(key: K, args: Sayings[K], alert = false): Saying => ({
  do: "toast",
  what: { key, args } as Said,
  alert,
});

export const silence: Saying[] = [];
