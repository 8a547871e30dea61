import { findOwn } from "../authors/own-idea.ts";
import { findSecrets } from "../challenges/find-secrets.ts";
import { inCategory } from "../completion/completion.ts";
import { Prisma } from "../db.ts";
import { keyOf } from "../units/unit.ts";
import type { LabScene } from "../use-case.ts";
import { type By, everything, type Filter, filtersIn, kindOf, narrowed, unitIn } from "./filter.ts";

type Where = Pick<LabScene, "db" | "lab">;

/** Fewer people than this could be told by what their unit's list shows. */
const FEW = 5;

/** What somebody typed after `/semuaide`: filters, a unit's name; nothing where it is anything else. */
export async function readFilter(scene: Where, text: string): Promise<Filter | undefined> {
  if (text.trim() === "") return everything;
  const typed = filtersIn(text);
  if (typed?.rest === "") return typed.filter;
  const whole = await unitNamed(scene, text);
  if (whole) return narrowed(everything, whole);
  const unit = typed && typed.filter.by.length < 2 ? await unitNamed(scene, typed.rest) : undefined;
  return typed && unit ? narrowed(typed.filter, unit) : undefined;
}

/** The unit of that name, or the only one with all of several words in its name. */
async function unitNamed({ db, lab }: Where, text: string): Promise<string | undefined> {
  const name = text.trim().replace(/^unit\s+/i, "");
  const key = keyOf(name);
  if (key === "") return undefined;
  const exact = await db.unit.findUnique({ where: { labId_key: { labId: lab.id, key } } });
  if (exact) return `u${exact.id}`;
  if (!/\s/.test(name)) return undefined;
  const like = await db.unit.findMany({ where: { labId: lab.id, key: { contains: key } }, take: 2 });
  return like[0] && like.length === 1 ? `u${like[0].id}` : undefined;
}

/** The lab's posted ideas that a filter lets through, as a condition on "Idea" i. */
export async function whereOf(scene: LabScene, { by }: Filter): Promise<Prisma.Sql> {
  const { db, lab } = scene;
  const conditions = [Prisma.sql`i."labId" = ${lab.id} and i.state = 'posted'`];
  // Asked beforehand, so that a list without them is counted in the index alone.
  const secrets = await findSecrets(db, lab.id);
  if (secrets.length > 0)
    conditions.push(Prisma.sql`(i."challengeId" is null or i."challengeId" <> all(${secrets}::int[]))`);
  for (const word of by) conditions.push(await conditionOf(scene, word));
  return Prisma.join(conditions, " and ");
}

async function conditionOf({ db, lab, person }: LabScene, word: string): Promise<Prisma.Sql> {
  const kind = kindOf(word);
  if (kind === "mine") return Prisma.sql`i.id = any(${await findOwn(db, person.id)}::int[])`;
  if (kind === "stage") return Prisma.sql`i.stage = ${word}`;
  if (kind === "category") return Prisma.sql`i.categories @> array[${word}]`;
  if (kind === "unit") return ofUnit({ db, lab }, unitIn(word));
  return Prisma.sql`not exists (select from "Feedback" f
    where f."ideaId" = i.id and f."withdrawnAt" is null and f.role = 'mentor')`;
}

/** An anonymous idea is none of a unit so small that it would tell who wrote it. */
async function ofUnit({ db, lab }: Where, unitId: number): Promise<Prisma.Sql> {
  const people = await db.membership.count({ where: { labId: lab.id, unitId } });
  return Prisma.sql`i."unitId" = ${unitId} and (${people >= FEW} or not i.anonymous)`;
}

/** A filter in words. */
export async function wordsOf({ db, lab }: Where, { by }: Filter): Promise<By[]> {
  return Promise.all(
    by.map(async (word): Promise<By> => {
      const kind = kindOf(word) ?? "";
      if (kind === "category") return inCategory(word);
      const where = { id: kind === "unit" ? unitIn(word) : 0, labId: lab.id };
      const unit = kind === "unit" ? await db.unit.findFirst({ where }) : null;
      return { key: "idea.by", args: { kind, name: unit?.name ?? (kind === "stage" ? word : "–") } };
    }),
  );
}
