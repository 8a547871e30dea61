import type { Db } from "../db.ts";

/** A group that gets a digest; and a leader or a facilitator who does. */
export type Group = { labId: number; id: number; sparkOff: boolean };
export type Recipient = { labId: number; id: number; name: string; telegramId: bigint; leads: boolean };

/** Whom these labs' digests are for, by the lab's id. */
export async function findRecipients(db: Db, labIds: number[]) {
  const groups = await db.$queryRaw<Group[]>`
    select "labId", id, "sparkOff" from "Chat"
    where "labId" = any(${labIds}) and kind <> 'private' and "leftAt" is null order by id`;
  const people = await db.$queryRaw<Recipient[]>`
    select m."labId", p.id, p.name, p."telegramId", 'leader' = any(m.roles) as leads
    from "Membership" m join "Person" p on p.id = m."personId"
    where m."labId" = any(${labIds}) and m.roles && array['leader', 'facilitator'] order by p.id`;
  const labOf = ({ labId }: { labId: number }) => labId;
  return { groups: Map.groupBy(groups, labOf), people: Map.groupBy(people, labOf) };
}
