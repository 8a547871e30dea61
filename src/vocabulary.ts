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
import type { FormSayings } from "./forms/form.ts";
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
  FormSayings &
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
