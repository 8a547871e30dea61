import { reasons } from "../../ideas/remove-idea.ts";
import { type At, type Button, type Keyboard, type Keyboards, startLink } from "../keyboard.ts";
import { postButtons, waves } from "./asks.ts";
import { method } from "./methods.ts";
import { seeFiles, trustButton } from "./screening.ts";
import { sharingButtons } from "./sharing.ts";
import { outcomeButtons } from "./stages.ts";

export const ideaKeyboards: Keyboards = {
  "idea.card": ({ id, votes, disownable }) => ({
    rows: [cardButtons(id, votes), disownable ? [{ label: "disown", press: ["disown", id] }] : []],
  }),
  "idea.details": ({
    id,
    votes,
    card,
    state,
    stage,
    affected,
    mine,
    withdraws,
    along,
    facilitates,
    leads,
    trust,
    attachments,
    ...shown
  }) => ({
    rows: [
      state === "posted" ? [vote(id, votes), follow(id)] : [],
      attachments.some(({ items }) => mine || items.some(({ own }) => own.length === 0))
        ? [seeFiles(id)]
        : [],
      card.map(({ link }) => ({ label: "openCard", url: link })),
      state === "draft" && mine ? postButtons(id) : [],
      state === "posted" ? workButtons(id, facilitates) : [],
      ...(state === "posted" ? outcomeButtons(id, stage, mine || facilitates) : []),
      state === "posted" && leads ? [{ label: "promise", press: ["promise", id] }] : [],
      [
        ...(mine || (facilitates && !["draft", "secret"].includes(state)) ? completeIn(id, state) : []),
        ...(mine && ["draft", "posted"].includes(state) ? [change(id)] : []),
        ...(mine && stage === "diagnose" && affected.length === 0 ? [method("fiveWhys")] : []),
      ],
      state === "posted" ? removeButtons(id, { withdraws, along, facilitates }) : [],
      sharingButtons(id, shown),
      trust.map(({ on }) => trustButton(id, on)),
    ],
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
  "idea.kept": ({ id, similar, elsewhere, asks }) => ({
    rows: [
      ...similar.slice(0, 2).map((other): Button[] => [
        { label: "rather", args: { code: other.code }, press: ["rather", id, other.id] },
        { label: "inspired", args: { code: other.code }, press: ["inspired", id, other.id] },
      ]),
      elsewhere.map((other) => ({
        ...{ label: "openIdea", args: { code: other.code }, press: ["foreign", other.id] },
      })),
      postButtons(id).slice(0, 2),
      [...postButtons(id).slice(2), { label: "complete", press: ["complete", id] }],
      waves(asks),
    ],
  }),
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

const vote = (id: number, votes: number): Button => ({ label: "vote", args: { votes }, press: ["vote", id] });
const follow = (id: number): Button => ({ label: "follow", press: ["follow", id] });

const cardButtons = (id: number, votes: number): Button[] => [
  vote(id, votes),
  follow(id),
  { label: "details", press: ["details", id] },
];

const workButtons = (id: number, facilitates: boolean): Button[] => [
  { label: "plan", press: ["planOf", id] },
  ...(facilitates ? [{ label: "stage", press: ["stageOf", id] as const }] : []),
];

const change = (id: number): Button => ({ label: "change", press: ["change", id] });

const completeIn = (id: number, state: string): Button[] =>
  ["draft", "waiting", "posted", "secret"].includes(state)
    ? [{ label: "complete", press: ["complete", id] }]
    : [];

const removeButtons = (
  id: number,
  { withdraws, along, facilitates }: { withdraws: boolean; along: boolean; facilitates: boolean },
): Button[] => [
  ...(withdraws ? [{ label: "withdraw", press: ["withdraw", id] as const }] : []),
  ...(along ? [{ label: "notMe", press: ["notMe", id] as const }] : []),
  ...(facilitates ? [{ label: "join", press: ["askJoin", id] as const }] : []),
  ...(facilitates ? [{ label: "hideIdea", press: ["hideIdea", id] as const }] : []),
];

/** A link that opens the idea in the private chat. */
export const open = (code: string, { bot }: At): Keyboard => ({
  rows: [[{ label: "openIdea", args: { code }, url: startLink(bot, `i_${code}`) }]],
});
