import { ListIdeas, listIdeas, TurnList, turnList } from "../../lists/list-ideas.ts";
import { ListMyIdeas, listMyIdeas, TurnMyIdeas, turnMyIdeas } from "../../lists/list-my-ideas.ts";
import { NarrowList, narrowList } from "../../lists/narrow-list.ts";
import {
  AskSearch,
  askSearch,
  SearchIdeas,
  searchIdeas,
  TurnFound,
  turnFound,
} from "../../search/search-ideas.ts";
import { type Route, row } from "../route.ts";
import { button, command } from "../triggers.ts";
import { member, privately } from "../who.ts";

/** Finding ideas again: all of a lab, by words, one's own. */
export const lists: Route[] = [
  command("semuaide", ["daftar", "list"], ["group", "private"], [row(member, ListIdeas, listIdeas)]),
  button("page", [row(member, TurnList, turnList)]),
  button("sieve", [row(member, NarrowList, narrowList)]),
  command(
    "cari",
    ["search"],
    ["private"],
    [row(member, SearchIdeas, searchIdeas), row(member, AskSearch, askSearch)],
  ),
  button("found", [row(member, TurnFound, turnFound)]),
  command("ideku", ["myideas"], ["private"], [row(member, ListMyIdeas, listMyIdeas)]),
  button("myPage", [row(privately(member), TurnMyIdeas, turnMyIdeas)]),
];
