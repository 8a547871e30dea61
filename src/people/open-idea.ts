import { z } from "zod";
import { showIdea } from "../cards/show-idea.ts";
import { findForeignByCode, pageOf } from "../exchange/show-foreign.ts";
import { type Saying, say } from "../sayings.ts";
import type { Scene, UseCase } from "../use-case.ts";
import { roles } from "./person.ts";
import { tellMissed } from "./tell-missed.ts";

/** The link of an idea: `i_` and its code, an old one too. */
export const OpenIdea = z.object({ text: z.string().regex(/^i_[A-Za-z]{2,5}-\d{1,7}$/) });

/** `/start i_TNB-12`: everything about one idea, for whoever belongs to its lab. */
export const openIdea: UseCase<typeof OpenIdea> = async (scene, { text }) => {
  const { db, person } = scene;
  const [code = "", number = ""] = text.slice(2).toUpperCase().split("-");
  const named = await db.labCode.findUnique({ where: { code }, include: { lab: true } });
  const membership = named && {
    where: { personId_labId: { personId: person.id, labId: named.labId } },
  };
  const member = membership && (await db.membership.findUnique(membership));
  const idea =
    member && (await db.idea.findFirst({ where: { labId: member.labId, number: Number(number) } }));
  if (!named || !member) return openElsewhere(scene, `${code}-${number}`);
  if (!idea) return [say("idea.missing", {})];

  await db.person.update({ where: { id: person.id }, data: { currentLabId: named.labId } });
  const theirs = roles.filter((role) => member.roles.includes(role));
  const shown = await showIdea({ ...scene, lab: named.lab, roles: theirs }, { idea: idea.id });
  return [...shown, ...(await tellMissed(scene))];
};

/** Another lab's idea, where it is shared with the lab that the private chat is about. */
async function openElsewhere({ lab, ...scene }: Scene, code: string): Promise<Saying[]> {
  const missing = [say("person.ideaElsewhere", { code })];
  const found = lab && (await findForeignByCode({ ...scene, lab }, code));
  return found?.idea && lab ? [await pageOf({ ...scene, lab }, found.idea)] : missing;
}
