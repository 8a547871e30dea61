import { z } from "zod";
import { drawChoices } from "../decisions/draw-choice.ts";
import { findChoices } from "../decisions/find-choices.ts";
import { type Saying, whisper } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { previewParagraphs } from "./add-paragraphs.ts";
import { countPeriods } from "./count-periods.ts";
import { gatherPeriods } from "./gather-periods.ts";
import { CHOICES } from "./prepare-closings.ts";
import { privateDigest } from "./write-digest.ts";

export const PreviewDigest = z.object({ text: z.string() });

/** This period so far, as the digest would say it; for a leader with the ideas to decide on. */
export const previewDigest: UseCase<typeof PreviewDigest, LabScene> = async (scene) => {
  const { lab, roles, db } = scene;
  const ids = roles.includes("leader") ? await choicesOf(scene) : [];
  const period = await periodSoFar(scene);
  if (!period) throw new Error(`nothing was counted for lab ${lab.id}`);
  const span = { labId: lab.id, zone: lab.zone, from: lab.periodFrom, to: scene.now };
  const digest = privateDigest(period, await previewParagraphs(db, span), ids.length);
  const choices = await drawChoices(db, ids);
  const offers = ids.flatMap((id) => choices.get(id) ?? []);
  return [
    { do: "message", address: { to: "aside" }, what: digest } satisfies Saying,
    ...offers.map((choice) =>
      whisper("decision.choice", choice, { about: { about: "idea", id: choice.id } }),
    ),
  ];
};

async function choicesOf({ db, lab, person, now }: LabScene): Promise<number[]> {
  const leaders = [{ labId: lab.id, personId: person.id }];
  const [ids = []] = await findChoices(db, leaders, { now, most: CHOICES });
  return ids;
}

async function periodSoFar({ db, lab, now }: LabScene) {
  const span = { labId: lab.id, from: lab.periodFrom, to: now };
  const count = (await countPeriods(db, [span])).get(lab.id);
  const [period] = count ? await gatherPeriods(db, [{ ...span, lab, count, soFar: true }]) : [];
  return period;
}
