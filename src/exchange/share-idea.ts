import { z } from "zod";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { aside, type Saying, tell, toast } from "../sayings.ts";
import { termsOfIdea } from "../search/terms.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const ShareIdea = z.object({ idea: RowId, answer: z.enum(["yes", "no"]) });

/** `Bagikan ke lab lain` and `Berhenti berbagi`: its author's or a facilitator's press decides what other labs see. */
export const shareIdea: UseCase<typeof ShareIdea, LabScene> = async (scene, { idea: id, answer }) => {
  const { db, lab, person, now } = scene;
  const idea = await findIdea(db, lab, id);
  if (idea?.state !== "posted") return [toast("idea.missing", {}, true)];
  const code = codeOf(lab, idea);
  // Said to everybody alike, or the refusal would tell an anonymous author from others.
  if (idea.anonymous) return [toast("exchange.neverAnonymous", { code }, true)];
  if (!mayShare(scene, idea)) return [toast("exchange.notYours", {}, true)];
  const shares = answer === "yes";
  if (shares && !lab.admittedAt) return [toast("exchange.notAdmitted", {}, true)];
  if (shares === (idea.sharedAt !== null)) return [toast("exchange.alreadyShared", { code, answer })];

  const sharedAt = shares ? now : null;
  await db.idea.update({ where: { id }, data: { sharedAt, terms: termsOfIdea(idea, shares) } });
  const named = { id, code, title: titleOf(idea.text).title };
  if (!shares) return [aside("exchange.unshared", named)];
  const noContact = lab.contact || !scene.roles.includes("facilitator") ? [] : [{}];
  const told: Saying[] =
    idea.authorId === person.id
      ? []
      : [tell({ personId: idea.authorId }, "exchange.sharedForYou", named, { about: { about: "idea", id } })];
  return [aside("exchange.shared", { ...named, noContact }), ...told];
};

/** Whether this person decides whether other labs see an idea. */
export const mayShare = ({ person, roles }: LabScene, { authorId, anonymous }: Told) =>
  !anonymous && (authorId === person.id || roles.includes("facilitator"));
