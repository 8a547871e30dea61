import { kinds } from "../../decisions/decision.ts";
import { type Button, type Keyboards, startLink } from "../keyboard.ts";

const openIdea = (code: string, bot: { username: string }) => ({
  rows: [[{ label: "openIdea", args: { code }, url: startLink(bot, `i_${code}`) }]],
});

/** Who supports an idea may make a promise of it. */
const promise = (id: number, kind: string): Button[] =>
  kind === "support" ? [{ label: "asPromise", press: ["promise", id] }] : [];

export const decisionKeyboards: Keyboards = {
  "decision.choice": ({ id }) => {
    const buttons = kinds.map((kind) => ({ label: kind, press: ["decide", id, kind] as const }));
    return { rows: [buttons.slice(0, 2), buttons.slice(2), [{ label: "details", press: ["details", id] }]] };
  },
  "decision.made": ({ decision, id, kind }) => ({
    rows: [[{ label: "undo", press: ["undo", decision] }], promise(id, kind)],
  }),
  "decision.settled": ({ id, kind }) => ({
    rows: [[{ label: "reopen", press: ["reopen", id] }], promise(id, kind)],
  }),
  "decision.askReason": ({ draft }) => ({ rows: [[{ label: "skipReason", press: ["skip", draft] }]] }),
  "decision.told": ({ code }, { bot }) => openIdea(code, bot),
  "decision.reasonTold": ({ code }, { bot }) => openIdea(code, bot),
  "decision.mention": ({ code }, { bot }) => openIdea(code, bot),
};
