import { kinds } from "../../decisions/decision.ts";
import { type Keyboards, startLink } from "../keyboard.ts";

const openIdea = (code: string, bot: { username: string }) => ({
  rows: [[{ label: "openIdea", args: { code }, url: startLink(bot, `i_${code}`) }]],
});

export const decisionKeyboards: Keyboards = {
  "decision.choice": ({ id }) => {
    const buttons = kinds.map((kind) => ({ label: kind, press: ["decide", id, kind] as const }));
    return { rows: [buttons.slice(0, 2), buttons.slice(2), [{ label: "details", press: ["details", id] }]] };
  },
  "decision.made": ({ decision }) => ({ rows: [[{ label: "undo", press: ["undo", decision] }]] }),
  "decision.settled": ({ id }) => ({ rows: [[{ label: "reopen", press: ["reopen", id] }]] }),
  "decision.askReason": ({ draft }) => ({ rows: [[{ label: "skipReason", press: ["skip", draft] }]] }),
  "decision.told": ({ code }, { bot }) => openIdea(code, bot),
  "decision.reasonTold": ({ code }, { bot }) => openIdea(code, bot),
  "decision.followed": ({ code }, { bot }) => openIdea(code, bot),
  "decision.mention": ({ code }, { bot }) => openIdea(code, bot),
};
