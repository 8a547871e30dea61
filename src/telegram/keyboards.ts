import type { Keyboards } from "./keyboard.ts";
import { askKeyboards } from "./keyboards/asks.ts";
import { challengeKeyboards } from "./keyboards/challenges.ts";
import { commitmentKeyboards } from "./keyboards/commitments.ts";
import { completionKeyboards } from "./keyboards/completion.ts";
import { decisionKeyboards } from "./keyboards/decisions.ts";
import { detailKeyboards } from "./keyboards/details.ts";
import { digestKeyboards } from "./keyboards/digests.ts";
import { exchangeKeyboards } from "./keyboards/exchange.ts";
import { experienceKeyboards } from "./keyboards/experiences.ts";
import { feedbackKeyboards } from "./keyboards/feedback.ts";
import { handoverKeyboards } from "./keyboards/handovers.ts";
import { ideaKeyboards } from "./keyboards/ideas.ts";
import { labKeyboards } from "./keyboards/labs.ts";
import { listKeyboards } from "./keyboards/lists.ts";
import { materialKeyboards } from "./keyboards/materials.ts";
import { methodKeyboards } from "./keyboards/methods.ts";
import { personKeyboards } from "./keyboards/people.ts";
import { planKeyboards } from "./keyboards/plans.ts";
import { programmeKeyboards } from "./keyboards/programme.ts";
import { pulseKeyboards } from "./keyboards/pulses.ts";
import { screeningKeyboards } from "./keyboards/screening.ts";
import { stageKeyboards } from "./keyboards/stages.ts";
import { talkKeyboards } from "./keyboards/talk.ts";
import { threadKeyboards } from "./keyboards/threads.ts";
import { unitKeyboards } from "./keyboards/units.ts";

/** What is under a sentence, by its key. */
export const keyboards: Keyboards = {
  ...ideaKeyboards,
  ...listKeyboards,
  ...experienceKeyboards,
  ...exchangeKeyboards,
  ...screeningKeyboards,
  ...askKeyboards,
  ...detailKeyboards,
  ...completionKeyboards,
  ...feedbackKeyboards,
  ...challengeKeyboards,
  ...materialKeyboards,
  ...methodKeyboards,
  ...planKeyboards,
  ...stageKeyboards,
  ...pulseKeyboards,
  ...handoverKeyboards,
  ...commitmentKeyboards,
  ...unitKeyboards,
  ...decisionKeyboards,
  ...digestKeyboards,
  ...labKeyboards,
  ...programmeKeyboards,
  ...personKeyboards,
  ...threadKeyboards,
  ...talkKeyboards,
};
