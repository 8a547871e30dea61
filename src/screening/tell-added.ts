import { isOwn } from "../authors/own-idea.ts";
import { tellOwners } from "../authors/tell-owners.ts";
import type { Told } from "../ideas/find-idea.ts";
import { codeOf } from "../ideas/idea.ts";
import { findFacilitators } from "../labs/find-facilitators.ts";
import { type Saying, tell } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import { screenIdea } from "./admit-idea.ts";

/** What was added to an idea: an answer to a question, with what stood there before; or files. */
type Added = { kind: string; text: string; before?: string | null };

/**
 * Whose idea it is hears what somebody else added to it. Facilitators hear what was added to an idea that was posted by
 * their yes, so that nothing unread stands there.
 */
export async function tellAdded(scene: LabScene, idea: Told, added: Added): Promise<Saying[]> {
  const { db, lab, person } = scene;
  const { kind, text, before } = added;
  const args = { id: idea.id, code: codeOf(lab, idea), kind };
  if (!isOwn(person, idea)) {
    const told = { ...args, text, who: person.name, before: before ? [{ text: before }] : [] };
    return tellOwners(idea, { key: "idea.completedFor", args: told }, { except: person.id });
  }
  if (idea.state !== "posted" || !(idea.anonymous || (await screenIdea(scene)) === "waiting")) return [];
  const about = { about: { about: "idea", id: idea.id } } as const;
  const words = text ? [{ text }] : [];
  return (await findFacilitators(db, lab.id)).map(({ personId }) =>
    tell({ personId }, "idea.addedSince", { ...args, words }, about),
  );
}
