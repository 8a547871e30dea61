import { type Saying, say } from "../sayings.ts";
import type { Scene } from "../use-case.ts";
import { describeGroup } from "./describe-group.ts";
import { newDoor } from "./open-lab.ts";

/** `/start` in a group: how the bot stands there, and what to press. */
export async function checkGroup(scene: Scene): Promise<Saying[]> {
  const { db, chat, lab } = scene;
  if (!lab) return [say("lab.noneHere", {})];
  const known = chat.door
    ? chat
    : await db.chat.update({ where: { id: chat.id }, data: { door: newDoor() } });
  return [say("lab.check", await describeGroup(scene, known))];
}
