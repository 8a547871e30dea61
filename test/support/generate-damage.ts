import type { Random } from "./generate-random.ts";

type Loose = Record<string, unknown>;

/** An update of which something is missing, of another kind, or beyond all measure; its id stays. */
export function damaged(random: Random, update: Loose): Loose {
  const copy = structuredClone(update);
  for (let n = 1 + random.below(2); n > 0; n--) spoil(random, copy);
  return copy;
}

function spoil(random: Random, update: Loose) {
  const places = [...placesIn(update)];
  if (places.length === 0) return;
  const { owner, name } = random.pick(places);
  const was = owner[name];
  const values = [
    null,
    "",
    "abc",
    0,
    -1,
    1.5,
    2 ** 53,
    Number.MAX_VALUE,
    true,
    [],
    {},
    [null],
    String(was),
    [was],
    { was },
    nested(50, was),
  ];
  if (random.chance(0.4)) delete owner[name];
  else owner[name] = random.pick(values);
}

function* placesIn(owner: Loose, depth = 0): Generator<{ owner: Loose; name: string }> {
  for (const [name, value] of Object.entries(owner)) {
    if (depth > 0 || name !== "update_id") yield { owner, name };
    if (typeof value === "object" && value !== null) yield* placesIn(value as Loose, depth + 1);
  }
}

/** Answers that answer answers. */
const nested = (depth: number, inner: unknown): unknown =>
  depth === 0 ? inner : { message_id: depth, reply_to_message: nested(depth - 1, inner) };
