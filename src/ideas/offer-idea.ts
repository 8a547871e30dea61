import { z } from "zod";
import { RowId } from "../row-id.ts";
import { say, toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { IdeaText } from "./add-idea.ts";
import { titleOf } from "./idea.ts";
import { keepIdea } from "./keep-idea.ts";

export const OfferIdea = z.object({ text: IdeaText });

/** Plain talk in private is kept, and offered as an idea: nothing typed is lost. */
export const offerIdea: UseCase<typeof OfferIdea, LabScene> = async ({ db, person, chat, now }, { text }) => {
  const form = { personId: person.id, chatId: chat.id, kind: "talk", state: { text } };
  const draft = await db.draft.create({ data: { ...form, createdAt: now, doneAt: now } });
  return [say("talk.isIdea", { draft: draft.id, title: titleOf(text).title })];
};

export const TakeOffer = z.object({ offer: RowId });

/** "Jadikan ide": what was said becomes an idea, once. */
export const takeOffer: UseCase<typeof TakeOffer, LabScene> = async (scene, { offer: id }) => {
  const { db, person } = scene;
  const draft = await db.draft.findFirst({ where: { id, personId: person.id, kind: "talk" } });
  const text = (draft?.state as { text?: string } | undefined)?.text;
  if (!draft || !text) return [toast("person.oldButton", {})];
  await db.draft.update({ where: { id }, data: { kind: "taken" } });
  return keepIdea(scene, { text });
};
