import { mayWithdraw, owns } from "../authors/own-idea.ts";
import { type Saying, toast } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import { findIdea, type Told } from "./find-idea.ts";
import { codeOf } from "./idea.ts";

/** Why an author takes an idea back, and why a facilitator takes one out of sight. */
export const reasons = {
  withdrawn: ["done", "twin", "unripe", "other"],
  hidden: ["noIdea", "twin", "personal", "improper", "other"],
} as const;
export type Kind = keyof typeof reasons;
/** An author takes back also what nobody else sees yet. */
export const removable = { withdrawn: ["posted", "waiting", "secret"], hidden: ["posted"] } as const;

type Wanted = { id: number; kind: Kind; states: readonly string[] };

/** The idea, where it is in that state and this person may; else the refusal. */
export async function findRemovable(
  scene: LabScene,
  { id, kind, states }: Wanted,
): Promise<Told | { refused: Saying[] }> {
  const { db, lab } = scene;
  const idea = await findIdea(db, lab, id);
  if (!idea) return { refused: [toast("idea.missing", {}, true)] };
  if (kind === "withdrawn" && !(mayWithdraw(scene, idea) && owns(scene, idea)))
    return { refused: [toast("idea.ownOnly", {}, true)] };
  if (!states.includes(idea.state))
    return { refused: [toast("idea.alreadySent", { code: codeOf(lab, idea) }, true)] };
  return idea;
}
