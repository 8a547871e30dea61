import { toast } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { type BriefNewcomer, briefNewcomer } from "./brief-newcomer.ts";
import { type UndoHandover, undoHandover } from "./undo-handover.ts";

type Pressed = UseCase<typeof UndoHandover | typeof BriefNewcomer, LabScene>;

/** Whoever handed over the own role is no facilitator any more, and may have made the mistake. */
const ofOwn =
  (then: Pressed): Pressed =>
  async (scene, pressed) => {
    const { db, lab, person } = scene;
    const where = { id: pressed.handover, labId: lab.id, facilitatorId: person.id };
    return (await db.handover.count({ where })) > 0
      ? then(scene, pressed)
      : [toast("handover.notYours", {}, true)];
  };

export const undoOwnHandover = ofOwn(undoHandover);
export const briefOwnNewcomer = ofOwn(briefNewcomer);
