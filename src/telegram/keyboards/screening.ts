import { reasons } from "../../ideas/removal.ts";
import type { Button, Keyboards } from "../keyboard.ts";

/** What is under an idea that waits: for a facilitator's yes, or for tomorrow. */
export const screeningKeyboards: Keyboards = {
  "idea.toApprove": ({ id, files }) => ({ rows: [files.map(() => seeFiles(id)), answers(id)] }),
  "idea.toScreen": ({ id }) => ({
    rows: [
      [
        { label: "accept", press: ["approve", id, "yes"] },
        { label: "reject", press: ["approve", id, "no"] },
      ],
      [{ label: "acceptAndTrust", press: ["approve", id, "trust"] }],
    ],
  }),
  "idea.askDecline": ({ id }) => ({
    rows: [
      ...reasons.hidden.map((reason): Button[] => [
        { label: `reason.${reason}`, press: ["declined", id, reason] },
      ]),
      [{ label: "back", press: ["approve", id, "back"] }],
    ],
  }),
  "idea.declinedHere": ({ id }) => ({ rows: [[{ label: "restore", press: ["reconsider", id] }]] }),
  "idea.addedSince": ({ id }) => ({
    rows: [
      [
        { label: "details", press: ["details", id] },
        { label: "hideIdea", press: ["hideIdea", id] },
      ],
    ],
  }),
  "idea.completedFor": ({ id }) => ({ rows: [[{ label: "details", press: ["details", id] }]] }),
  "idea.waitsUnchanged": ({ id }) => ({ rows: [[{ label: "withdraw", press: ["withdraw", id] }]] }),
  "idea.full": ({ id, how }) => ({
    rows: [[{ label: how === "name" ? "send" : "sendAnonymously", press: ["post", id, how] }]],
  }),
};

/** Sends an idea's files, one by one. */
export const seeFiles = (id: number): Button => ({ label: "seeFiles", press: ["files", id, 0] });

const answers = (id: number): Button[] => [
  { label: "approve", press: ["approve", id, "yes"] },
  { label: "decline", press: ["approve", id, "no"] },
];

/** Turns an author's trust into the opposite. */
export const trustButton = (id: number, on: string): Button =>
  on === "yes"
    ? { label: "distrust", press: ["trust", id, "no"] }
    : { label: "trust", press: ["trust", id, "yes"] };
