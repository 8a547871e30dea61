import type { Context } from "telegraf";
import type { User } from "telegraf/types";
import { type Db, Prisma } from "../db.ts";
import type { Lab, Chat as OurChat, Person } from "../generated/prisma/client.ts";
import { columnsOf, partOf } from "../postgres/columns.ts";
import type { Raw } from "./route.ts";

/** What the store knows of the chat, the person and the lab of an update. */
export type Known = {
  chat: OurChat | undefined;
  person: Person | undefined;
  lab: Lab | undefined;
  roles: string[] | undefined;
};

const CHAT = columnsOf("c", "chat", Prisma.ChatScalarFieldEnum);
const PERSON = columnsOf("p", "person", Prisma.PersonScalarFieldEnum);
const LAB = columnsOf("l", "lab", Prisma.LabScalarFieldEnum);

/**
 * Reads in one statement whom an update is about. The lab is a group's own; in private the one of the idea that it is
 * about, where the person belongs to it, else the one that the person has chosen.
 */
export async function readKnown(db: Db, ctx: Context, raw: Raw): Promise<Known | undefined> {
  if (!ctx.chat || !Number.isSafeInteger(ctx.chat.id)) return undefined;
  const asked = typeof raw.labId === "number" ? raw.labId : null;
  const own = Prisma.sql`coalesce(${asked}::int, (select "labId" from "Membership" where "personId" = p.id and "labId" =
    coalesce((select "labId" from "Idea" where id = ${idIn(raw.idea)}::int), ${ofOthers(raw)})), p."currentLabId")`;
  const lab = ctx.chat.type === "private" ? own : Prisma.sql`c."labId"`;
  const [row = {}] = await db.$queryRaw<Record<string, unknown>[]>`
    select ${CHAT}, ${PERSON}, ${LAB}, m.roles from (select 1) as one
    left join "Chat" c on c."telegramId" = ${ctx.chat.id} or c."formerId" = ${ctx.chat.id}
    left join "Person" p on p."telegramId" = ${personIn(ctx)?.id ?? null}
    left join "Lab" l on l.id = ${lab}
    left join "Membership" m on m."personId" = p.id and m."labId" = l.id`;
  return {
    chat: partOf<OurChat>(row, "chat"),
    person: partOf<Person>(row, "person"),
    lab: partOf<Lab>(row, "lab"),
    roles: (row.roles as string[] | null) ?? undefined,
  };
}

/** The lab that an open form, a step of a plan, a join, a promise, an experience, or a material belongs to. */
const ofOthers = (raw: Raw) => Prisma.sql`
    (select i."labId" from "Draft" d join "Idea" i on i.id = (d.state->>'idea')::int where d.id = ${idIn(raw.draft)}::int),
    (select c."labId" from "Draft" d join "Challenge" c on c.id = (d.state->>'challenge')::int
      where d.id in (${idIn(raw.draft)}::int, ${idIn(raw.offer)}::int)),
    (select l.id from "Draft" d join "Lab" l on l.id = (d.state->>'lab')::int where d.id = ${idIn(raw.draft)}::int),
    (select "labId" from "Handover" where id = ${idIn(raw.handover)}::int),
    (select "labId" from "Commitment" where id = ${idIn(raw.commitment)}::int),
    (select i."labId" from "Pulse" p join "Idea" i on i.id = p."ideaId" where p.id = ${idIn(raw.pulse)}::int),
    (select "labId" from "Experience" where id = ${idIn(raw.experience)}::int),
    (select "labId" from "Material" where id = ${idIn(raw.material)}::int),
    (select i."labId" from "PlanItem" s join "Idea" i on i.id = s."ideaId" where s.id = ${idIn(raw.step)}::int),
    (select i."labId" from "StageChange" s join "Idea" i on i.id = s."ideaId" where s.id = ${idIn(raw.stageChange)}::int),
    (select i."labId" from "Join" j join "Idea" i on i.id = j."ideaId" where j.id = ${idIn(raw.join)}::int),
    (select "labId" from "Replication" where id = ${idIn(raw.replication)}::int)`;

function idIn(idea: unknown): number | null {
  const id = Number(idea);
  return Number.isSafeInteger(id) && id > 0 && id < 2 ** 31 ? id : null;
}

/** Who acts. A bot, a channel, or an administrator who writes as the group is nobody. */
export function personIn(ctx: Context): User | undefined {
  const message = ctx.message ?? ctx.editedMessage;
  const asChat = message !== undefined && "sender_chat" in message && message.sender_chat !== undefined;
  const { from } = ctx;
  return from && Number.isSafeInteger(from.id) && !from.is_bot && !asChat ? from : undefined;
}
