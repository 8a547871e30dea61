import { damaged } from "./generate-damage.ts";
import { written } from "./generate-message.ts";
import { ownOf } from "./generate-own.ts";
import { pressed } from "./generate-press.ts";
import { made } from "./generate-shape.ts";
import type { Stage } from "./generate-stage.ts";
import { shapeOf } from "./wire-shape.ts";

export type Generated = { update_id: number } & Record<string, unknown>;

/** Above all ids that the emulator gives. */
const FIRST = 2_000_000_000;

/** The nth update: of ten, five are written, two pressed, three of any kind; one in twelve is damaged. */
export function updateOf(stage: Stage, n: number): Generated {
  const { random } = stage;
  const source = n % 10 < 5 ? written(stage) : n % 10 < 7 ? pressed(stage) : ofKind(stage, n);
  return { update_id: FIRST + n, ...(random.chance(1 / 12) ? damaged(random, source) : source) };
}

/** Every kind of update in turn; of messages, with every field in turn. */
function ofKind(stage: Stage, n: number): Record<string, unknown> {
  const { random } = stage;
  const { properties = {} } = shapeOf("Update");
  const kinds = Object.keys(properties).filter((kind) => kind !== "update_id");
  if (n % 97 === 9)
    return { something_new: { chat: { id: 1, type: "private" }, from: random.pick(stage.people) } };
  const turn = Math.floor(n / 10) * 3 + (n % 10) - 7;
  const other = turn - Math.floor(turn / 3) - 1;
  const kind = turn % 3 === 0 ? "message" : (kinds[other % kinds.length] ?? "message");
  const fields = Object.keys(properties[kind]?.properties ?? { text: 0 });
  const also = fields[Math.floor(turn / 3) % fields.length];
  return {
    [kind]: made({ random, own: ownOf(stage) }, properties[kind] ?? {}, { called: kind, depth: 1 }, also),
  };
}
