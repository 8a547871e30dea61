import type { Random } from "./generate-random.ts";
import { text } from "./generate-words.ts";
import { resolved, type Shape } from "./wire-shape.ts";

/** Where values come from: chance, and what is there instead of some shapes. */
export type Source = {
  random: Random;
  /** A value of our own for what is called or shaped so; nothing where any will do. */
  own(called: string, named: Shape): unknown;
};

type At = { called: string; depth: number };

/** From here on no more than there must be, so that it ends. */
const DEEP = 5;
/** How many of the fields that may be there are. */
const FIELDS = 4;

/** A value of a shape, with some of what may be left out, and `also`, for certain. */
export function made(source: Source, named: Shape, { called, depth }: At, also?: string): unknown {
  const { random } = source;
  const own = source.own(called, named);
  if (own !== undefined) return own;
  const shape = resolved(named);

  if (shape.anyOf) return made(source, branch(random, shape.anyOf, depth), { called, depth: depth + 1 });
  if ("const" in shape) return shape.const;
  if (shape.enum) return random.pick(shape.enum);
  const type = [shape.type ?? []].flat()[0];
  if (type === "array") return depth > DEEP ? [] : items(source, shape, { called, depth });
  if (type === "object") return object(source, shape, { depth, also });
  if (type === "boolean") return random.chance(0.5);
  if (type === "string") return text(random, 200);
  return number(random, called, type === "number");
}

function items(source: Source, shape: Shape, { called, depth }: At) {
  return Array.from({ length: source.random.below(3) }, () =>
    made(source, shape.items ?? {}, { called, depth: depth + 1 }),
  );
}

function object(source: Source, shape: Shape, { depth, also }: { depth: number; also: string | undefined }) {
  const { random } = source;
  const { properties = {}, required = [] } = shape;
  const free = Object.keys(properties).filter((name) => !required.includes(name) && !properties[name]?.not);
  const share = depth > DEEP ? 0 : FIELDS / (depth + 1) / free.length;
  const named = [...required, ...free.filter((name) => name === also || random.chance(share))];
  return Object.fromEntries(
    named.map((name) => [name, made(source, properties[name] ?? {}, { called: name, depth: depth + 1 })]),
  );
}

/** Deep down, the shape that has the least in it. */
function branch(random: Random, shapes: Shape[], depth: number): Shape {
  if (depth <= DEEP) return random.pick(shapes);
  const size = (shape: Shape) => resolved(shape).required?.length ?? 0;
  return shapes.toSorted((a, b) => size(a) - size(b))[0] ?? {};
}

const NUMBERS = [0, 1, -1, 42, 1_795_759_200, 2 ** 31 - 1, -(2 ** 31)];

/** Telegram's numbers of persons and chats have up to 52 bits, all others 31. */
function number(random: Random, called: string, fraction: boolean): number {
  if (fraction) return random.below(1000) / 7;
  const isWide = /(^|_)(user|chat)_?id$|^id$/.test(called);
  return isWide
    ? random.pick([...NUMBERS, 2 ** 52 - 1, -(2 ** 52 - 1), -1_009_999_999_999])
    : random.pick(NUMBERS);
}
