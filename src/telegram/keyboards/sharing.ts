import type { Shown } from "../../exchange/exchange.ts";
import type { Button } from "../keyboard.ts";

export const share = (id: number, answer: "yes" | "no"): Button => ({
  label: answer === "yes" ? "shareIdea" : "stopSharing",
  press: ["share", id, answer],
});

export const undo = (id: number, answer: "yes" | "no"): Button => ({
  label: answer === "yes" ? "recordAgain" : "notReplicated",
  press: ["replication", id, answer],
});

/** What this person may do under an idea's details. */
export const sharingButtons = (id: number, { sharing, replication }: Shown): Button[] => [
  ...sharing.map(({ next }) => share(id, next)),
  ...replication.map((one) => undo(one.id, one.next)),
];
