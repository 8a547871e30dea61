import { chatOf } from "../../src/playground/chats.ts";
import type { Source } from "./generate-shape.ts";
import type { Stage } from "./generate-stage.ts";

/** Chats and people of the stage, mostly, where the types only say that there is one; ids that messages have. */
export const ownOf =
  ({ random, people, loose, labs, chat: { world } }: Stage): Source["own"] =>
  (called, { $ref }) => {
    if ($ref === "#/definitions/User" && random.chance(0.7)) return random.pick(people);
    if (/^(message|message_thread)_id$/.test(called)) return 1 + random.below(2 ** random.pick([4, 10, 31]));
    if (called === "update_id") return 1;
    if ($ref !== "#/definitions/Chat" || random.chance(0.2)) return undefined;
    const id = random.chance(0.3) ? random.pick(people).id : random.pick(random.chance(0.9) ? loose : labs);
    return chatOf(world.inside.ground, id);
  };
