import { reasons } from "../../ideas/removal.ts";
import { type At, type Button, type Keyboard, type Keyboards, startLink } from "../keyboard.ts";
import { postButtons, waves } from "./asks.ts";
import { filesAmong } from "./experiences.ts";
import { trustButton } from "./screening.ts";

export const ideaKeyboards: Keyboards = {
  "idea.card": ({ id, votes, disownable }) => ({
    rows: [cardButtons(id, votes), disownable ? [{ label: "disown", press: ["disown", id] }] : []],
  }),
  "idea.askRemoval": ({ id, kind }) => ({
    rows: reasons[kind].map((reason) => [{ label: `reason.${reason}`, press: [kind, id, reason] }]),
  }),
  "idea.askJoin": ({ id, twins }) => ({
    rows: twins.map((twin) => [{ label: "twin", args: { code: twin.code }, press: ["join", id, twin.id] }]),
  }),
  "idea.joined": ({ join }) => ({ rows: [[{ label: "unjoin", press: ["unjoin", join] }]] }),
  "idea.wasJoined": ({ into }, at) => open(into, at),
  "idea.removed": ({ id, kind, trust }) => ({
    rows: [
      [{ label: "restore", press: [kind === "hidden" ? "unhide" : "unwithdraw", id] }],
      trust.map(({ on }) => trustButton(id, on)),
    ],
  }),
  "idea.changedSince": ({ code }, at) => open(code, at),
  "idea.ask": () => ({ ask: "writeIdea" }),
  "idea.askPrivately": ({ draft }) => ({
    rows: [
      [{ label: "anonymous", press: ["hide", draft] }],
      [{ label: "howToFind", press: ["tap", "metode"] }],
    ],
  }),
  "idea.kept": ({ id, similar, elsewhere, experiences, asks }) => ({
    rows: [
      ...similar
        .slice(0, 2)
        .map((other): Button[] => [
          { label: "rather", args: { code: other.code }, press: ["rather", id, other.id] },
          other.origin.length > 0
            ? forgetOrigin(id, other, "kept")
            : { label: "inspired", args: { code: other.code }, press: ["inspired", id, other.id] },
        ]),
      elsewhere.map((other) => ({
        ...{ label: "openIdea", args: { code: other.code }, press: ["foreign", other.id] },
      })),
      ...filesAmong(experiences),
      postButtons(id).slice(0, 2),
      [...postButtons(id).slice(2), { label: "complete", press: ["complete", id] }],
      waves(asks),
    ],
  }),
  "idea.supportsInstead": ({ id, other }) => ({
    rows: [
      [{ label: "contribute", press: ["contribute", id, other] }],
      [{ label: "restore", press: ["rekeep", id] }],
    ],
  }),
  "idea.discarded": ({ id }) => ({ rows: [[{ label: "restore", press: ["rekeep", id] }]] }),
  "idea.sent": ({ asks }) => ({ rows: [waves(asks)] }),
  "idea.sentNowhere": ({ asks }) => ({ rows: [waves(asks)] }),
  "idea.waits": ({ asks }) => ({ rows: [waves(asks)] }),
  "idea.waitsNobody": ({ asks }) => ({ rows: [waves(asks)] }),
  "idea.screened": ({ asks }) => ({ rows: [waves(asks)] }),
  "idea.recorded": ({ id }) => ({
    rows: [
      [
        { label: "own", press: ["own", id] },
        { label: "disown", press: ["disown", id] },
      ],
    ],
  }),
};

export const vote = (id: number, votes: number): Button => ({
  label: "vote",
  args: { votes },
  press: ["vote", id],
});
export const follow = (id: number): Button => ({ label: "follow", press: ["follow", id] });

export const forgetOrigin = (
  id: number,
  other: { id: number; code: string },
  shown: "kept" | "details",
): Button => ({
  ...{ label: "forgetOrigin", args: { code: other.code }, press: ["forgetOrigin", id, other.id, shown] },
});

const cardButtons = (id: number, votes: number): Button[] => [
  vote(id, votes),
  follow(id),
  { label: "details", press: ["details", id] },
];

/** A link that opens the idea in the private chat. */
export const open = (code: string, { bot }: At): Keyboard => ({
  rows: [[{ label: "openIdea", args: { code }, url: startLink(bot, `i_${code}`) }]],
});
