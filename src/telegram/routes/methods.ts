import {
  BackToMethods,
  backToMethods,
  ListMethods,
  listMethods,
  ShowMethod,
  showMethod,
  turnToMethod,
} from "../../methods/show-method.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { anyone, privately } from "../who.ts";

/** How an idea can be found. */
export const methods: Route[] = [
  command("metode", ["method"], ["private"], [row(anyone, ListMethods, listMethods)]),
  button("howTo", [row(anyone, ShowMethod, showMethod)]),
  button("howToHere", [
    row(privately(anyone), ShowMethod, turnToMethod),
    row(anyone, ShowMethod, showMethod),
  ]),
  button("methods", [row(anyone, BackToMethods, backToMethods)]),
];
