import { findSecrets, outside } from "../challenges/find-secrets.ts";
import type { LabScene } from "../use-case.ts";
import type { Choice } from "./handover.ts";

/** So many people are offered as buttons; others by their name. */
const OFFERED = 8;

type Where = Pick<LabScene, "db" | "lab">;

/**
 * Members who have something that can be seen to be theirs: a role, or an idea under their name. Somebody with anonymous
 * ideas alone is not offered: that would tell.
 */
export async function findLeavers({ db, lab }: Where): Promise<Choice[]> {
  const seen = outside(await findSecrets(db, lab.id));
  const named = { some: { labId: lab.id, anonymous: false, state: "posted", ...seen } };
  const found = await db.membership.findMany({
    where: {
      labId: lab.id,
      OR: [{ roles: { isEmpty: false } }, { person: { ideas: named } }, { person: { keeps: named } }],
    },
    ...{ include: { person: true }, orderBy: [{ joinedAt: "asc" }, { personId: "asc" }], take: OFFERED },
  });
  return found.map(choiceOf);
}

/** Members who may take over, the newest first. */
export async function findNewcomers({ db, lab }: Where, from: number): Promise<Choice[]> {
  const found = await db.membership.findMany({
    where: { labId: lab.id, personId: { not: from } },
    ...{ include: { person: true }, orderBy: [{ joinedAt: "desc" }, { personId: "desc" }], take: OFFERED },
  });
  return found.map(choiceOf);
}

/** Members whose name holds what was typed; an exact one alone, where there is one. */
export async function findByName({ db, lab }: Where, text: string, except?: number): Promise<Choice[]> {
  const contains = { contains: text.trim(), mode: "insensitive" } as const;
  const found = await db.membership.findMany({
    where: {
      labId: lab.id,
      ...(except ? { personId: { not: except } } : {}),
      person: { OR: [{ name: contains }, { printedName: contains }] },
    },
    ...{ include: { person: true }, orderBy: { personId: "asc" }, take: OFFERED },
  });
  const people = found.map(choiceOf);
  const exact = people.filter(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  return exact.length === 1 ? exact : people;
}

const choiceOf = ({ person: { id, name } }: { person: Choice }): Choice => ({ id, name });

/** A member of the lab, with the roles that he or she has there. */
export async function findMember({ db, lab }: Where, personId: number) {
  const where = { personId_labId: { personId, labId: lab.id } };
  return db.membership.findUnique({ where, include: { person: true } });
}

/**
 * Ideas whose care can go over: those that somebody looks after, and the own ones that nobody else does. What a challenge
 * hides stays where it is until that ends: a handover would tell whose it is.
 */
export const caredFor = async ({ db, lab }: Where, personId: number, anonymous: boolean) => ({
  ...{ labId: lab.id, anonymous, state: { in: ["posted", "waiting", "joined"] } },
  AND: [outside(await findSecrets(db, lab.id))],
  OR: [{ keeperId: personId }, { authorId: personId, keeperId: null }],
});
