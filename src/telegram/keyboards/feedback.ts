import { type Keyboards, startLink } from "../keyboard.ts";
import { open } from "./ideas.ts";

export const feedbackKeyboards: Keyboards = {
  "feedback.given": ({ code }, at) => open(code, at),
  "follow.news": ({ code }, at) => open(code, at),
  "comment.given": ({ code }, at) => open(code, at),
  "comment.ofAuthor": ({ code }, at) => open(code, at),
  "feedback.mention": ({ code }, { bot }) => ({
    rows: [[{ label: "readPrivately", url: startLink(bot, `i_${code}`) }]],
  }),
  "feedback.noted": ({ feedback }) => ({
    rows: [[{ label: "notFeedback", press: ["unfeedback", feedback] }]],
  }),
  "desk.idea": ({ id }) => ({
    rows: [
      [
        { label: "skip", press: ["later", id] },
        { label: "details", press: ["details", id] },
      ],
    ],
  }),
  "desk.emptyForNow": () => ({ rows: [[{ label: "fromStart", press: ["later", 0] }]] }),
};
