import { aside, type Saying, say, toast } from "../sayings.ts";
import type { Scene } from "../use-case.ts";
import type { Route } from "./route.ts";

/** Why somebody may not: it takes a role, or there is no lab here. */
export function refuse(route: Route, { lab, chat }: Scene, pressed: boolean): Saying[] {
  const role = route.rows[0]?.[0].is ?? "member";
  if (role === "programmeAdmin")
    return [pressed ? toast("program.adminsOnly", {}, true) : aside("program.adminsOnly", {})];
  const inGroup = chat.kind !== "private";
  if (!lab && pressed) return [toast("lab.noneForYou", {}, true)];
  if (!lab) return [inGroup ? say("lab.noneHere", {}) : say("lab.noneForYou", {})];
  return [pressed ? toast("person.needsRole", { role }, true) : aside("person.needsRole", { role })];
}
