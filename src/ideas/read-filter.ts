import { findSecrets, outside } from "../challenges/find-secrets.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { keyOf } from "../units/unit.ts";
import type { LabScene } from "../use-case.ts";
import { inCategory } from "./completion.ts";
import { type By, everything, type Filter, filtersIn, kindOf, narrowed, unitIn } from "./filter.ts";
import { ownedBy } from "./own-idea.ts";

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

/** The lab's posted ideas that a filter lets through. */
export async function whereOf(scene: LabScene, { by }: Filter): Promise<Prisma.IdeaWhereInput> {
  const conditions = await Promise.all(by.map((word) => conditionOf(scene, word)));
  const { db, lab } = scene;
  const told = outside(await findSecrets(db, lab.id));
  return { labId: lab.id, state: "posted", AND: [...conditions, told] };
}

async function conditionOf(scene: LabScene, word: string): Promise<Prisma.IdeaWhereInput> {
  const kind = kindOf(word);
  if (kind === "mine") return ownedBy(scene.person.id);
  if (kind === "stage") return { stage: word };
  if (kind === "category") return { categories: { has: word } };
  if (kind === "unit") return ofUnit(scene, unitIn(word));
  return { feedback: { none: { withdrawnAt: null, role: "mentor" } } };
}

/** An anonymous idea is none of a unit so small that it would tell who wrote it. */
async function ofUnit({ db, lab }: LabScene, unitId: number): Promise<Prisma.IdeaWhereInput> {
  const people = await db.membership.count({ where: { labId: lab.id, unitId } });
  return { unitId, ...(people < FEW ? { anonymous: false } : {}) };
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
