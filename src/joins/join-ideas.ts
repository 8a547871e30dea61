import { z } from "zod";
import { isWriter, knownOwnersOf, ownersOf } from "../authors/own-idea.ts";
import type { Db } from "../db.ts";
import { closeForms } from "../forms/open-form.ts";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { showWithOrigin } from "../ideas/remove-idea.ts";
import { closeAbout } from "../questions/ask-question.ts";
import { RowId } from "../row-id.ts";
import { type Saying, show, tell, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";

export const JoinIdeas = z.object({ idea: RowId, into: RowId });

/** Two ideas are one from now on: one card, each person's vote once, both authors named. Nothing of either is lost. */
export const joinIdeas: UseCase<typeof JoinIdeas, LabScene> = async (scene, both) => {
  const joined = await join(scene, both);
  if ("refused" in joined) return [toast("idea.missing", {}, true)];
  await closeForms(scene, "join");
  return [turn("idea.joined", joined.args), ...joined.sayings];
};

/** Joins the first idea to the second, where that can be; tells both authors. */
export async function join(scene: LabScene, { idea: id, into }: { idea: number; into: number }) {
  const { db, lab, person, now } = scene;
  // Two who join the same two, in either order, come one after the other: the second finds what the first did.
  await db.$executeRaw`select 1 from "Idea" where id = any(${[id, into]}::int[]) order by id for update`;
  const [other, kept] = [await findIdea(db, lab, id), await findIdea(db, lab, into)];
  if (other?.state !== "posted" || kept?.state !== "posted" || id === into || (await holdsOthers(db, id)))
    return { refused: true };
  const { id: joinId } = await db.join.create({
    data: { ideaId: id, intoId: into, personId: person.id, at: now },
  });
  await db.idea.update({ where: { id }, data: { state: "joined" } });
  await closeAbout(scene, other);
  await db.$executeRaw`
    insert into "Vote" ("ideaId", "personId", "votedAt", "joinId")
    select ${into}, "personId", "votedAt", ${joinId} from "Vote" where "ideaId" = ${id} on conflict do nothing`;
  await db.$executeRaw`
    insert into "Follow" ("ideaId", "personId", "followedAt", "joinId")
    select ${into}, "personId", "followedAt", ${joinId} from "Follow" where "ideaId" = ${id} on conflict do nothing`;
  const args = { join: joinId, ...codesOf(lab, other, kept) };
  return {
    args,
    sayings: [
      ...showWithOrigin(other),
      show(into),
      ...tellJoin(scene, [other, kept], "idea.wasJoined", args),
    ],
  };
}

/** An idea that others were joined to is parted from them first: a chain could not be undone exactly. */
export const holdsOthers = async (db: Db, id: number) =>
  (await db.join.count({ where: { intoId: id, undoneAt: null } })) > 0;

/** The codes of both, and the title under which they live on. */
export const codesOf = (lab: LabScene["lab"], other: Told, kept: Told) => ({
  code: codeOf(lab, other),
  into: codeOf(lab, kept),
  title: titleOf(kept.text).title,
});

/** To each whose one of them is. Who is unknown as such stays so; who looks after one is named by neither. */
export function tellJoin(
  { person }: LabScene,
  ideas: Told[],
  key: "idea.wasJoined" | "idea.wasUnjoined",
  args: ReturnType<typeof codesOf>,
): Saying[] {
  const about = { about: "idea", id: ideas[1]?.id ?? 0 } as const;
  const others = ideas.some((idea) => idea.anonymous) ? ("anonymous" as const) : ("named" as const);
  const owners = new Set(ideas.flatMap(ownersOf));
  owners.delete(person.id);
  return [...owners].map((personId) => {
    const wrote = ideas.some((idea) => isWriter({ id: personId }, idea));
    const known = ideas.some((idea) => knownOwnersOf(idea).includes(personId));
    const named = wrote && known ? [{ into: args.into, others }] : [];
    return tell({ personId }, key, { ...args, named, anonymous: known ? [] : [{}] }, { about });
  });
}
