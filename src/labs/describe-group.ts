import type { Chat } from "../generated/prisma/client.ts";
import { nameOf } from "../people/person.ts";
import type { Place } from "../use-case.ts";
import type { GroupState } from "./lab.ts";

const part = (there: boolean) => (there ? [{}] : []);

/** How a lab's group stands, for its greeting and its self-check. The chat has a lab. */
export async function describeGroup({ db, bot }: Place, chat: Chat): Promise<GroupState> {
  const lab = await db.lab.findUniqueOrThrow({
    where: { id: chat.labId ?? 0 },
    include: { members: { where: { roles: { has: "facilitator" } }, include: { person: true } } },
  });
  const isAdmin = chat.standing === "administrator";
  const facilitators = lab.members.map(({ person }) => nameOf(person));
  return {
    ...{ name: lab.name, code: lab.code, door: chat.door ?? "", facilitators },
    nobody: part(facilitators.length === 0),
    seesAll: part(bot.readsAll || isAdmin),
    seesCommands: part(!bot.readsAll && !isAdmin),
    cannotPin: part(!isAdmin),
    digest: { at: lab.periodTo.toISOString(), zone: lab.zone, show: "dayTime" },
  };
}
