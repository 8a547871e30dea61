import { resolved, type Shape } from "./wire-shape.ts";

/** How much of a wrong value is shown, in characters. */
const SHOWN = 200;

type Problem = { path: string; words: string; value: unknown; weight: number };

/** What is wrong with a value, in one line: the field, what it should be, and what it is. */
export const complaint = (shape: Shape, value: unknown): string =>
  problems(shape, value, "")
    .map(({ path, words, value }) => `${path || "it"} ${words}: ${JSON.stringify(value)?.slice(0, SHOWN)}`)
    .join("; ");

/** Another kind of thing altogether weighs more than one that lacks something. */
const OTHER = 1000;

function problems(named: Shape, value: unknown, path: string): Problem[] {
  const shape = resolved(named);
  const wrong = (words: string, weight = 1) => [{ path, words, value, weight }];

  if (shape.anyOf) return nearest(shape.anyOf.map((each) => problems(each, value, path)));
  if (shape.not) return wrong("must not be there");
  if ("const" in shape)
    return value === shape.const ? [] : wrong(`must be ${JSON.stringify(shape.const)}`, OTHER);
  if (shape.enum)
    return shape.enum.includes(value) ? [] : wrong(`must be one of ${shape.enum.slice(0, 20).join(", ")}`);
  const types = [shape.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => isOf(type, value)))
    return wrong(`must be ${types.join(" or ")}`, typeof value === "object" ? OTHER : 1);
  if (Array.isArray(value))
    return value.flatMap((each, i) => (shape.items ? problems(shape.items, each, `${path}[${i}]`) : []));
  return typeof value === "object" && value !== null
    ? inObject(shape, value as Record<string, unknown>, path)
    : [];
}

function inObject({ properties = {}, required = [] }: Shape, value: Record<string, unknown>, path: string) {
  const lacks = required.filter((name) => value[name] === undefined);
  const strange = Object.keys(value).filter((name) => !properties[name]);
  const at = (words: string): Problem => ({ path, words, value, weight: 1 });
  return [
    ...lacks.map((name) => at(`lacks "${name}"`)),
    ...strange.map((name) => at(`has an unknown field "${name}"`)),
    ...Object.entries(properties).flatMap(([name, shape]) =>
      value[name] === undefined ? [] : problems(shape, value[name], path ? `${path}.${name}` : name),
    ),
  ];
}

/** Of several shapes that would do, the one that the value comes nearest to. */
function nearest(found: Problem[][]): Problem[] {
  const weight = (all: Problem[]) => all.reduce((sum, each) => sum + each.weight, 0);
  return found.sort((a, b) => weight(a) - weight(b))[0] ?? [];
}

function isOf(type: string, value: unknown): boolean {
  if (type === "integer") return Number.isSafeInteger(value); // Of 52 bits at the most, says Telegram.
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return type === "null" ? value === null : typeof value === type;
}
