import { z } from "zod";
import { isHiddenOwner, isOwn, ownersOf, owns } from "../authors/own-idea.ts";
import { refuseReply } from "../exchange/show-foreign.ts";
import { attachFiles } from "../files/attach-files.ts";
import { FilesGiven } from "../files/file.ts";
import type { Person } from "../generated/prisma/client.ts";
import { findHolder, idsOf, type Told } from "../ideas/find-idea.ts";
import { codeOf, isRemoved, titleOf } from "../ideas/idea.ts";
import { react, type Saying, say, show, silence, tell } from "../sayings.ts";
import { keepLine } from "../threads/keep-line.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const AddComment = z.object({
  idea: z.number(),
  text: z.string().trim().min(1),
  files: FilesGiven.optional(),
});

export const AddNothing = z.object({ idea: z.number(), text: z.literal("") });

/** A sticker below a card is no comment, and the group hears no lecture. */
export const addNothing: UseCase<typeof AddNothing, LabScene> = async () => silence;

/**
 * Anybody's reply to a card. The author hears of it; the author's own reaches who gave feedback, but not as the
 * author's when an anonymous one writes in the group, where everybody sees the name.
 */
export const addComment: UseCase<typeof AddComment, LabScene> = async (
  scene,
  { idea: at, text, files = [] },
) => {
  const { db, lab, person } = scene;
  const idea = await findHolder(db, lab, at);
  if (!idea) return refuseReply(scene, { idea: at, text });
  if (isRemoved(idea)) return [say("idea.missing", {})];
  const { id } = idea;
  const hidden = isHiddenOwner(scene.person, idea) && scene.chat.kind === "private";
  await keepLine(scene, { text, ideaId: id, hidden });
  await attachFiles(scene, idea, files);

  const about = { about: { about: "idea", id } } as const;
  const args = { code: codeOf(lab, idea), title: titleOf(idea.text).title, text };
  const own = isOwn(person, idea);
  if (own && !owns(scene, idea)) return [react("noted"), show(id)];
  const others = ownersOf(idea).filter((one) => one !== person.id);
  const name = nameUnless(isHiddenOwner(person, idea), person);
  const mentors = own ? (await mentorsOf(scene, idea)).filter((one) => !others.includes(one)) : [];
  const told: Saying[] = [
    ...mentors.map((personId) => tell({ personId }, "comment.ofAuthor", { ...args, name }, about)),
    ...others.map((personId) =>
      own
        ? tell({ personId }, "comment.ofAuthor", { ...args, name }, about)
        : tell({ personId }, "comment.given", { ...args, who: person.name }, about),
    ),
  ];
  return [react("noted"), show(id), ...told];
};

const nameUnless = (hidden: boolean, { name }: Person) => (hidden ? [] : [{ name }]);

async function mentorsOf({ db, person }: LabScene, idea: Told): Promise<number[]> {
  const given = await db.feedback.findMany({
    where: { ideaId: { in: idsOf(idea) }, withdrawnAt: null, personId: { not: person.id } },
    distinct: ["personId"],
  });
  return given.map(({ personId }) => personId);
}
