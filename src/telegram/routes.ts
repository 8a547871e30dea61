import type { App } from "../app.ts";
import { AddIdea, addIdea } from "../ideas/add-idea.ts";
import { command, type Route, row } from "./route.ts";
import { member } from "./who.ts";

/** Everything the bot answers to. The first route that fits wins; in it, the first row whose person and input fit. */
export const routes = (_: Pick<App, "llm">): Route[] => [
  // ideas
  command("ide", ["idea"], ["group", "private"], [row(member, AddIdea, addIdea)]),
  // feedback
  // decisions and digests
  // threads
  // labs
  // people
  // what is left
];
