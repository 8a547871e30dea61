import type { Db } from "../db.ts";
import type { Idea, Prisma } from "../generated/prisma/client.ts";
import type { LabScene } from "../use-case.ts";

type Written = Pick<Idea, "authorId" | "anonymous"> & { coauthors: { personId: number }[] };

/** What tells whose an idea is. */
export type Owned = Written & Pick<Idea, "keeperId" | "state"> & { joined: { idea: Written }[] };

const stillJoined = { undoneAt: null, idea: { state: "joined" } } as const;

/** That of an idea in the store. */
export const writtenBy = {
  coauthors: true,
  joined: { where: stillJoined, include: { idea: { include: { coauthors: true } } } },
} as const satisfies Prisma.IdeaInclude;

/** Whose it is; `hidden` where others may not know. */
type Claim = { personId: number; hidden: boolean };

/**
 * Whose an idea is: its author's; its keeper's, who looks after it since its author was moved; its co-authors', once it
 * is more than a draft; and those of the ideas that were joined to it. An anonymous one has no co-authors.
 */
function claimsOn({ keeperId, state, joined, ...idea }: Owned): Claim[] {
  return [
    { personId: idea.authorId, hidden: idea.anonymous },
    ...(keeperId ? [{ personId: keeperId, hidden: idea.anonymous }] : []),
    ...(state === "draft" ? [] : together(idea)),
    ...joined.flatMap(({ idea: other }) => [
      { personId: other.authorId, hidden: other.anonymous },
      ...together(other),
    ]),
  ];
}

const together = ({ anonymous, coauthors }: Written): Claim[] =>
  anonymous ? [] : coauthors.map(({ personId }) => ({ personId, hidden: false }));

const unique = (claims: Claim[]) => [...new Set(claims.map(({ personId }) => personId))];

export const ownersOf = (idea: Owned): number[] => unique(claimsOn(idea));

/** Those of whom everybody may know that it is theirs. */
export const knownOwnersOf = (idea: Owned): number[] =>
  unique(claimsOn(idea).filter(({ hidden }) => !hidden));

export const isOwn = ({ id }: { id: number }, idea: Owned) => ownersOf(idea).includes(id);

/** Whether somebody's words about it bear no name, since they would tell who wrote it. */
export const isHiddenOwner = ({ id }: { id: number }, idea: Owned) =>
  ownersOf(idea).includes(id) && !knownOwnersOf(idea).includes(id);

/** Whether somebody may do with it here what its author may: not in a group, where that would tell an anonymous one. */
export const owns = ({ person, chat }: Pick<LabScene, "person" | "chat">, idea: Owned) =>
  isOwn(person, idea) && !(isHiddenOwner(person, idea) && chat.kind !== "private");

/** Whether somebody may add to what is known of it: also a facilitator, once it is more than a draft. */
export const mayComplete = (scene: Pick<LabScene, "person" | "chat" | "roles">, idea: Owned) =>
  owns(scene, idea) || (scene.roles.includes("facilitator") && ["waiting", "posted"].includes(idea.state));

/** Whether somebody may take it back: its author, not who wrote it along or looks after it. */
export const mayWithdraw = ({ person }: Pick<LabScene, "person">, { authorId }: Owned) =>
  person.id === authorId;

/** The ids of all ideas that are somebody's. */
export async function findOwn(db: Pick<Db, "$queryRaw">, personId: number): Promise<number[]> {
  const found = await db.$queryRaw<{ id: number }[]>`
    with written as (
      select id from "Idea" where "authorId" = ${personId}
      union select i.id from "CoAuthor" c join "Idea" i on i.id = c."ideaId"
        where c."personId" = ${personId} and not i.anonymous and i.state <> 'draft'
    )
    select id from written union select id from "Idea" where "keeperId" = ${personId}
    union select j."intoId" from written w join "Idea" i on i.id = w.id join "Join" j on j."ideaId" = w.id
      where i.state = 'joined' and j."undoneAt" is null`;
  return found.map(({ id }) => id);
}
