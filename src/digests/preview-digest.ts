import { z } from "zod";
import { drawChoice } from "../decisions/draw-choice.ts";
import { findChoices } from "../decisions/find-choices.ts";
import { type Saying, whisper } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { gatherPeriod } from "./gather-period.ts";
import { privateDigest } from "./write-digest.ts";

export const PreviewDigest = z.object({ text: z.string() });

const CHOICES = 3;

/** This period so far, as the digest would say it; for a leader with the ideas to decide on. */
export const previewDigest: UseCase<typeof PreviewDigest, LabScene> = async ({
  db,
  lab,
  person,
  roles,
  now,
}) => {
  const choices = roles.includes("leader") ? await findChoices(db, lab, { person, now, most: CHOICES }) : [];
  const period = await gatherPeriod(db, lab, { from: lab.periodFrom, to: now, soFar: true });
  const digest = privateDigest(period, choices.length);
  const sayings: Saying[] = [{ do: "message", address: { to: "aside" }, what: digest }];
  for (const id of choices) {
    const about = { about: { about: "idea", id } } as const;
    sayings.push(whisper("decision.choice", await drawChoice(db, id), about));
  }
  return sayings;
};
