import { z } from "zod";
import { RowId } from "../row-id.ts";
import { aside, type Saying, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { itemOf, shownOf, withFiles } from "./material.ts";
import { mayWithdraw } from "./withdraw-material.ts";

export const ShowMaterials = z.object({ text: z.literal("") });
export const RefuseNote = z.object({ text: z.string() });
export const TurnMaterials = z.object({ page: z.coerce.number().int().min(0).max(1_000_000) });
export const OpenMaterial = z.object({ material: RowId });

const PAGE = 6;
/** So many files are named. */
const NAMED = 10;

/** Bare `/materi`: what was taught in the lab, newest first, to who asked. */
export const showMaterials: UseCase<typeof ShowMaterials, LabScene> = async (scene) => {
  const { key, args } = await pageOf(scene, 0);
  return [aside(key, args as never)];
};

/** Another page, in the same message. */
export const turnMaterials: UseCase<typeof TurnMaterials, LabScene> = async (scene, { page }) => {
  const { key, args } = await pageOf(scene, page);
  return [scene.chat.kind === "private" ? turn(key, args as never) : aside(key, args as never)];
};

/** What a member typed after `/materi`: who notes materials, and what there is. */
export const refuseNote: UseCase<typeof RefuseNote, LabScene> = async () => [aside("material.whoNotes", {})];

/** One material: who noted it, and its files. */
export const openMaterial: UseCase<typeof OpenMaterial, LabScene> = async (scene, { material: id }) => {
  const { db, lab } = scene;
  const found = await db.material.findFirst({
    where: { id, labId: lab.id, withdrawnAt: null },
    include: { person: true, attachments: { orderBy: { id: "asc" } } },
  });
  if (!found) return [toast("material.missing", {}, true)];
  const names = found.attachments.slice(0, NAMED).flatMap(({ name }) => (name ? [{ name }] : []));
  const more = { who: found.person.name, names, mayWithdraw: mayWithdraw(scene, found) };
  return [aside("material.shown", { ...shownOf(lab, found), ...more })] satisfies Saying[];
};

async function pageOf({ db, lab, roles, now }: LabScene, asked: number) {
  const notes = roles.includes("mentor") || roles.includes("facilitator") ? [{}] : [];
  const where = { labId: lab.id, withdrawnAt: null };
  const total = await db.material.count({ where });
  if (total === 0) return { key: "material.none", args: { lab: lab.name, notes } } as const;
  const pages = Math.ceil(total / PAGE);
  const page = Math.min(asked, pages - 1);
  const some = await db.material.findMany({
    ...{ where, include: withFiles, orderBy: [{ taughtOn: "desc" }, { id: "desc" }] },
    ...{ skip: page * PAGE, take: PAGE },
  });
  const items = some.map((one, n) => itemOf(lab, one, page * PAGE + n + 1));
  const zone = { at: now.toISOString(), zone: lab.zone, show: "zone" } as const;
  return {
    key: "material.list",
    args: { lab: lab.name, zone, page: page + 1, pages, items, notes },
  } as const;
}
