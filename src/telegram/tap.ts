import type { Context } from "telegraf";
import type { Route } from "./route.ts";

/** The routes, and each command also as a button under a message: `["tap", "ide"]` is the bare `/ide`. */
export const withTaps = (routes: Route[]): Route[] => [
  ...routes,
  ...routes.filter(({ menu }) => menu).map(tapped),
];

function tapped({ name, rows, look }: Route): Route {
  const match = ({ callbackQuery: query }: Context) =>
    query && "data" in query && query.data === `tap:${name}` ? { text: "" } : undefined;
  return { name: `tap ${name}`, match, rows, look };
}
