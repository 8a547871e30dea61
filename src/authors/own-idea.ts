import type { Db } from "../db.ts";
import type { Idea, Prisma } from "../generated/prisma/client.ts";
import type { LabScene } from "../use-case.ts";

type Written = Pick<Idea, "authorId" | "anonymous"> & { coauthors: { personId: number }[] };

/** What tells whose an idea is. */
export type Owned = Kept & Pick<Idea, "state"> & { joined: { idea: Kept & Pick<Idea, "id"> }[] };

type Kept = Written & Pick<Idea, "keeperId">;

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
function claimsOn({ state, joined, ...idea }: Owned): Claim[] {
  return [
    ...caring(idea),
    ...(state === "draft" ? [] : together(idea)),
    ...joined.flatMap(({ idea: other }) => [...caring(other), ...together(other)]),
  ];
}

const caring = ({ authorId, keeperId, anonymous: hidden }: Kept): Claim[] => [
  { personId: authorId, hidden },
  ...(keeperId ? [{ personId: keeperId, hidden }] : []),
];

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

/** Whether its card names somebody as who wrote it, or one that was joined to it. */
export const isWriter = (person: { id: number }, idea: Owned) =>
  isAlong(person, idea) ||
  [idea, ...idea.joined.map((join) => join.idea)].some(
    ({ authorId, anonymous }) => !anonymous && authorId === person.id,
  );

/** Whether somebody wrote it along with its author, or one that was joined to it. */
export const isAlong = ({ id }: { id: number }, { joined, ...idea }: Owned) =>
  [idea, ...joined.map((join) => join.idea)].some((one) =>
    together(one).some(({ personId }) => personId === id),
  );

/** The ids of all ideas that are somebody's. */
export async function findOwn(db: Pick<Db, "$queryRaw">, personId: number): Promise<number[]> {
  const found = await db.$queryRaw<{ id: number }[]>`
    with written as (
      select id from "Idea" where "authorId" = ${personId} or "keeperId" = ${personId}
      union select i.id from "CoAuthor" c join "Idea" i on i.id = c."ideaId"
        where c."personId" = ${personId} and not i.anonymous and i.state <> 'draft'
    )
    select id from written union select j."intoId" from written w join "Idea" i on i.id = w.id join "Join" j on j."ideaId" = w.id
      where i.state = 'joined' and j."undoneAt" is null`;
  return found.map(({ id }) => id);
}
