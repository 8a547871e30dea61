import type { Idea, Prisma } from "../generated/prisma/client.ts";
import type { LabScene } from "../use-case.ts";

/** What tells whose an idea is. */
export type Owned = Pick<Idea, "authorId" | "keeperId" | "anonymous" | "state"> & {
  coauthors: { personId: number }[];
};

/**
 * Whose an idea is: its author's; its keeper's, who looks after it since its author was moved; its co-authors', once it
 * is more than a draft. An anonymous one has no co-authors.
 */
export function ownersOf({ authorId, keeperId, anonymous, state, coauthors }: Owned): number[] {
  const together = anonymous || state === "draft" ? [] : coauthors.map(({ personId }) => personId);
  return [...new Set([authorId, ...(keeperId ? [keeperId] : []), ...together])];
}

export const isOwn = ({ id }: { id: number }, idea: Owned) => ownersOf(idea).includes(id);

/** Whether somebody may do with it here what its author may: not in a group, where that would tell an anonymous one. */
export const owns = ({ person, chat }: Pick<LabScene, "person" | "chat">, idea: Owned) =>
  isOwn(person, idea) && !(idea.anonymous && chat.kind !== "private");

/** Whether somebody may add to what is known of it: also a facilitator, once it is more than a draft. */
export const mayComplete = (scene: Pick<LabScene, "person" | "chat" | "roles">, idea: Owned) =>
  owns(scene, idea) || (scene.roles.includes("facilitator") && ["waiting", "posted"].includes(idea.state));

/** Whether somebody may take it back: its author, not who wrote it along or looks after it. */
export const mayWithdraw = ({ person }: Pick<LabScene, "person">, { authorId }: Owned) =>
  person.id === authorId;

/** The ideas that are somebody's, and those that are not. */
export const ownedBy = (personId: number): Prisma.IdeaWhereInput => ({
  OR: [
    { authorId: personId },
    { keeperId: personId },
    { anonymous: false, state: { not: "draft" }, coauthors: { some: { personId } } },
  ],
});
export const notOwnedBy = (personId: number): Prisma.IdeaWhereInput => ({
  authorId: { not: personId },
  OR: [{ keeperId: null }, { keeperId: { not: personId } }],
  coauthors: { none: { personId } },
});
