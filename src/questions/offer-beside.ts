import type { Draft } from "../generated/prisma/client.ts";
import { isAnotherMatter, type Wanted } from "../language/another-matter.ts";
import type { Saying } from "../sayings.ts";
import { talkAbout } from "../talk/gather-talk.ts";
import type { Said } from "../talk/talk.ts";
import type { LabScene } from "../use-case.ts";

/** After so long nobody answers a question without saying so; in milliseconds. */
const STALE = 86_400_000;

/** What asks for words as they come: an idea, a sentence about files, what a facilitator or a leader set out to write. */
const ANY = ["idea", "talk"];

/** What an answer looks like, by what was asked; the others are taken as they come. */
const WANTED: Record<string, Wanted> = {
  ...{ affected: "answer", difference: "answer", benefit: "answer" },
  ...{ commitment: "telling", stage: "telling", plan: "telling", answer: "telling", material: "telling" },
  ...{ leaver: "person", newcomer: "person", experience: "telling" },
  ...{ evidence: "telling", why: "telling", outcome: "telling", worked: "telling", failed: "telling" },
  ...{ change: "words", search: "search", name: "name", unit: "unit", place: "name" },
  ...{ ideaUnit: "unit", coauthor: "person", join: "code" },
};

/** A photo with words under it is something of its own, but where what happened, or new words, were asked for. */
const isPicture = (wanted: Wanted, { files }: Said) =>
  files.length > 0 && wanted !== "telling" && wanted !== "words";

/** Whether a plain message in private, while a question is open, is plainly no answer to it. */
export function isBesides({ now }: LabScene, { kind, createdAt }: Draft, said: Said): boolean {
  if (ANY.includes(kind) || said.text === "") return false;
  const wanted = WANTED[kind];
  const late = now.getTime() - createdAt.getTime() > STALE;
  if (late || wanted === undefined) return late;
  return said.forwarded || isPicture(wanted, said) || isAnotherMatter(wanted, said.text);
}

/** It is the plain message that it is; the question stays open, and one press makes it the answer all the same. */
export const offerBeside = (scene: LabScene, { id, kind }: Draft, said: Said): Promise<Saying[]> =>
  talkAbout(scene, said, kind === "notice" ? {} : { besides: id });
