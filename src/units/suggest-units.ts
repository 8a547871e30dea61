import { openForm } from "../forms/open-form.ts";
import { mostSpelledAlike } from "../language/spelling.ts";
import { type Saying, say } from "../sayings.ts";
import type { LabScene } from "../use-case.ts";
import { keyOf, spelledOut } from "./unit.ts";

/** So many near ones are offered. */
const MOST = 3;

/** What the typed name is for: one's own unit, or an idea's. */
type For = { kind: "unit"; state: { lab: number } } | { kind: "ideaUnit"; state: { idea: number } };

/**
 * Asks once what was meant by a unit's name that is not known, where near ones are; the name waits in the question.
 * Nothing where it is known, where none is near, or where it is typed again.
 */
export async function suggestUnits(
  scene: LabScene,
  name: string,
  { asked, ...wanted }: For & { asked: unknown },
): Promise<Saying[]> {
  const typed = typedIn(asked);
  if (typed !== undefined && keyOf(typed) === keyOf(name)) return [];
  const units = await nearTo(scene, name);
  if (units.length === 0) return [];
  const about = await openForm(scene, wanted.kind, { ...wanted.state, typed: name });
  const idea = wanted.kind === "ideaUnit" ? wanted.state.idea : 0;
  const args = { draft: about.id, idea, name, count: units.length, units };
  return [say("profile.unitNear", args, { about })];
}

/** The name that waits for a press, in a question's state. */
export const typedIn = (state: unknown) => ((state ?? {}) as { typed?: string }).typed;

async function nearTo({ db, lab }: LabScene, name: string) {
  const all = await db.unit.findMany({ where: { labId: lab.id }, orderBy: { id: "asc" } });
  if (all.some(({ key }) => key === keyOf(name))) return [];
  const likely = all.filter((unit) => numbersIn(unit.name) === numbersIn(name));
  const found = mostSpelledAlike(
    spelledOut(name),
    likely.map((unit) => ({ id: unit.id, text: spelledOut(unit.name) })),
  );
  return found.slice(0, MOST).flatMap((id) => all.filter((one) => one.id === id).map(idAndName));
}

const idAndName = ({ id, name }: { id: number; name: string }) => ({ id, name });

/** Schools of one name are told apart by their numbers. */
const numbersIn = (name: string) => (name.match(/\d+/g) ?? []).map(Number).join(" ");
