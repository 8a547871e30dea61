import type { Asks } from "../../questions/question.ts";
import type { Button, Keyboards } from "../keyboard.ts";
import { method } from "./methods.ts";

/** How others see an idea that only its author sees. */
export const postButtons = (id: number): Button[] => [
  { label: "send", press: ["post", id, "name"] },
  { label: "sendAnonymously", press: ["post", id, "anonymous"] },
  { label: "discard", press: ["post", id, "not"] },
];

/** A question is waved away with one press. */
export const waves = (asks: Asks[]): Button[] =>
  asks.flatMap(({ args: { draft, kind } }): Button[] => [
    { label: "wave", press: ["wave", draft] },
    { label: "waveAll", press: ["waveAll", draft] },
    ...(kind === "affected" ? [method("fiveWhys")] : []),
  ]);

const complete = (id: number): Button => ({ label: "complete", press: ["complete", id] });
const notAnswer = (draft: number): Button => ({ label: "notAnswer", press: ["unanswer", draft] });

export const askKeyboards: Keyboards = {
  "idea.question": ({ asks }) => ({ rows: [waves(asks)] }),
  "idea.noted": ({ id, draft, asks, over, unsent }) => ({
    rows: [
      waves(asks),
      unsent.length > 0 ? postButtons(id).slice(0, 2) : [],
      [notAnswer(draft), ...over.map(() => complete(id))],
    ],
  }),
  "idea.skipped": ({ id, asks, over }) => ({ rows: [waves(asks), over.map(() => complete(id))] }),
  "idea.illustrated": ({ draft }) => ({ rows: [[{ label: "notForThis", press: ["unanswer", draft] }]] }),
  "idea.changed": ({ back }) => ({ rows: [back.map(({ draft }) => notAnswer(draft))] }),
};
