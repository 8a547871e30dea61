import type { Sayings } from "../../vocabulary.ts";
import type { Button, Keyboards } from "../keyboard.ts";
import { postButtons } from "./asks.ts";
import { experienceFiles } from "./experiences.ts";
import { follow, forgetOrigin, vote } from "./ideas.ts";
import { method } from "./methods.ts";
import { seeFiles, trustButton } from "./screening.ts";
import { sharingButtons } from "./sharing.ts";
import { outcomeButtons } from "./stages.ts";

export const detailKeyboards: Keyboards = {
  "idea.details": (details) => {
    const { id, votes, card, state, stage, mine, facilitates, page, pages } = details;
    const posted = state === "posted";
    return {
      rows: [
        leaves(id, page, pages),
        posted ? [vote(id, votes), follow(id)] : [],
        details.opensFiles ? [seeFiles(id)] : [],
        ...experienceFiles(details.experience),
        card.map(({ link }) => ({ label: "openCard", url: link })),
        state === "draft" && mine ? postButtons(id) : [],
        ...(posted ? workButtons(details) : []),
        ...(posted ? outcomeButtons(id, stage, mine || facilitates) : []),
        ownButtons(details),
        details.origins.map((one) => forgetOrigin(id, one, "details")),
        posted ? removeButtons(details) : UNSEEN.includes(state) ? withdraw(details) : [],
        ...details.held.map(({ join, code }): Button[] => [
          { label: "part", args: { code }, press: ["unjoin", join] },
        ]),
        sharingButtons(id, details),
        details.trust.map(({ on }) => trustButton(id, on)),
      ],
    };
  },
  "idea.detailsPage": ({ id, page, pages }) => ({ rows: [leaves(id, page, pages)] }),
};

type May = Sayings["idea.details"];

/** A page back and a page on, with its number. */
function leaves(id: number, page: number, pages: number): Button[] {
  const to = (label: string, number: number): Button => ({
    ...{ label, args: { page: number, pages }, press: ["leaf", id, number - 1] },
  });
  return [...(page > 1 ? [to("leafBack", page - 1)] : []), ...(page < pages ? [to("leafOn", page + 1)] : [])];
}

const workButtons = ({ id, facilitates, leads }: May): Button[][] => [
  [
    { label: "plan", press: ["planOf", id] },
    ...(facilitates ? [{ label: "stage", press: ["stageOf", id] as const }] : []),
  ],
  leads
    ? [
        { label: "choose", press: ["choose", id] },
        { label: "promise", press: ["promise", id] },
      ]
    : [],
];

/** The states in which more can be told of an idea, and those in which also a facilitator may. */
const COMPLETED = ["draft", "waiting", "posted", "secret"];
const SEEN = ["waiting", "posted"];

const ownButtons = ({ id, state, mine, facilitates, unclear, changes }: May): Button[] => [
  ...((mine && COMPLETED.includes(state)) || (facilitates && SEEN.includes(state))
    ? [{ label: "complete", press: ["complete", id] as const }]
    : []),
  ...(mine && changes ? [{ label: "change", press: ["change", id] as const }] : []),
  ...(mine && unclear ? [method("fiveWhys")] : []),
];

/** What only its author sees can be taken back too. */
const UNSEEN = ["waiting", "secret"];
const withdraw = ({ id, withdraws }: May): Button[] =>
  withdraws ? [{ label: "withdraw", press: ["withdraw", id] }] : [];

const removeButtons = (details: May): Button[] => [
  ...withdraw(details),
  ...(details.along ? [{ label: "notMe", press: ["notMe", details.id] as const }] : []),
  ...(details.facilitates ? [{ label: "join", press: ["askJoin", details.id] as const }] : []),
  ...(details.facilitates ? [{ label: "hideIdea", press: ["hideIdea", details.id] as const }] : []),
];
