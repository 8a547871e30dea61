import { type Button, type Keyboards, turnButtons } from "../keyboard.ts";

export const listKeyboards: Keyboards = {
  "idea.list": ({ filter, page, pages }) => ({
    rows: [pageButtons(filter, page, pages), filterButtons(filter)],
  }),
  "idea.listEmpty": ({ filter }) => ({ rows: [filterButtons(filter)] }),
  "search.ask": () => ({ ask: "writeSearch" }),
  "search.found": ({ search, page, pages }) => ({ rows: [turnButtons(["found", search], page, pages)] }),
};

const pageButtons = (filter: string, page: number, pages: number) =>
  turnButtons(["page", filter], page, pages);

const filterButtons = (current: string): Button[] =>
  ["new", "top", "unanswered"]
    .filter((filter) => filter !== current)
    .map((filter) => ({ label: `filter.${filter}`, press: ["page", filter, 0] }));
