import { isAlong, isOwn, mayWithdraw } from "../authors/own-idea.ts";
import { describeSharing } from "../exchange/describe-sharing.ts";
import { findExperiences } from "../experiences/find-experiences.ts";
import { listFiles } from "../files/show-files.ts";
import { mayChange } from "../ideas/change-idea.ts";
import type { Told } from "../ideas/find-idea.ts";
import { originsOf } from "../ideas/find-origin.ts";
import { findParts } from "../joins/find-joined.ts";
import { cut } from "../language/cut.ts";
import { findWhy } from "../pulses/pulse.ts";
import { isTold } from "../questions/question.ts";
import { trustIn } from "../screening/trust-author.ts";
import type { LabScene } from "../use-case.ts";
import { linkTo } from "./link-to-card.ts";

/** An experience beside it has so many letters. */
const LINE = 110;

/** What its card has no room for. */
export async function besides(scene: LabScene, idea: Told) {
  const { db, lab } = scene;
  const experiences = await findExperiences(db, lab, idea.text, 1);
  return {
    ...(await describeSharing(scene, idea)),
    why: await findWhy(db, idea),
    experience: experiences.map(({ args: { id, who, text, files } }) => ({
      id,
      who,
      files,
      text: cut(text, LINE),
    })),
  };
}

/** What this person may do with it. */
export async function rightsOf(scene: LabScene, idea: Told) {
  const { db, person, roles } = scene;
  const mine = isOwn(person, idea);
  const facilitates = roles.includes("facilitator");
  const files = await listFiles(scene, idea);
  return {
    ...{ mine, facilitates, leads: roles.includes("leader"), state: idea.state },
    withdraws: mayWithdraw(scene, idea),
    changes: mayChange(idea),
    along: isAlong(person, idea),
    origins: await originsOf(scene, idea),
    held: facilitates ? await findParts(scene, idea) : [],
    trust: facilitates ? await trustIn(scene, idea) : [],
    opensFiles: files.some(({ opens }) => opens),
    unclear: idea.stage === "diagnose" && !isTold(idea, "affected"),
    card: await linkTo(db, idea),
  };
}
