import type { Idea } from "../generated/prisma/client.ts";
import type { LabScene } from "../use-case.ts";

/** What tells whose an idea is. */
export type Owned = Pick<Idea, "authorId" | "keeperId" | "anonymous">;

/** Whose an idea is: its author's; its keeper's, who looks after it since its author was moved. */
export const ownersOf = ({ authorId, keeperId }: Owned): number[] => [
  ...new Set([authorId, ...(keeperId ? [keeperId] : [])]),
];

export const isOwn = ({ id }: { id: number }, idea: Owned) => ownersOf(idea).includes(id);

/** Whether somebody may do with it here what its author may: not in a group, where that would tell an anonymous one. */
export const owns = ({ person, chat }: Pick<LabScene, "person" | "chat">, idea: Owned) =>
  isOwn(person, idea) && !(idea.anonymous && chat.kind !== "private");
