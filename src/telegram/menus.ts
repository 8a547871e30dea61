import type { Call } from "./api.ts";
import type { Route } from "./route.ts";

export async function setMenus(_call: Call, _routes: Route[]) {}
