import { everything, filterIn, narrowed, specOf, without } from "../../lists/filter.ts";
import { type Button, type Keyboards, turnButtons } from "../keyboard.ts";
import { filesAmong } from "./experiences.ts";

/** So many choices stand in a row. */
const ROW = 2;

export const listKeyboards: Keyboards = {
  "idea.list": ({ filter, page, pages }) => ({
    rows: [turnButtons(["page", filter], page, pages), orders(filter), [sieve(filter, "any")]],
  }),
  "idea.listEmpty": ({ filter, why }) => ({
    rows: [orders(filter), why === "none" ? [] : [sieve(filter, "any")]],
  }),
  "idea.mine": ({ page, pages }) => ({ rows: [turnButtons(["myPage"], page, pages)] }),
  "search.ask": () => ({ ask: "writeSearch" }),
  "search.found": ({ search, page, pages, experiences }) => ({
    rows: [turnButtons(["found", search], page, pages), ...filesAmong(experiences)],
  }),
  "search.onlyExperiences": ({ experiences }) => ({ rows: filesAmong(experiences) }),
  "idea.sieve": ({ filter, kind, by, choices }) => ({
    rows: [
      ...(kind === "any" ? [kinds(filter)] : []),
      ...rowsOf(choices.map((choice) => chosen(kind, choice))),
      [
        list("back", filter),
        ...(by.length > 0 ? [list("unfiltered", specOf({ ...read(filter), by: [] }))] : []),
      ],
    ],
  }),
};

const read = (spec: string) => filterIn(spec) ?? everything;
const list = (label: string, filter: string): Button => ({ label, press: ["page", filter, 0] });
const sieve = (filter: string, kind: string): Button => ({
  label: kind === "any" ? "sieve" : `sieve.${kind}`,
  press: ["sieve", filter, kind],
});

const kinds = (filter: string) => ["stage", "category", "unit"].map((kind) => sieve(filter, kind));

/** Newest, most supported, or what waits for an answer: those that are not shown now. */
function orders(spec: string): Button[] {
  const filter = read(spec);
  const rest = without(filter, "unanswered");
  const waits = filter.by.includes("unanswered");
  return [
    ...(waits || filter.order === "top" ? [list("filter.new", specOf({ ...rest, order: "new" }))] : []),
    ...(waits || filter.order === "new" ? [list("filter.top", specOf({ ...rest, order: "top" }))] : []),
    ...(waits ? [] : [list("filter.unanswered", specOf(narrowed({ ...rest, order: "new" }, "unanswered")))]),
  ];
}

type Choice = { filter: string; word: string; name: string };

function chosen(kind: string, { filter, word, name }: Choice): Button {
  const press = ["page", filter, 0] as const;
  if (kind === "category") return { label: `category.${word}`, args: { mark: "" }, press };
  if (kind === "unit") return { label: "unit", args: { name }, press };
  return { label: kind === "stage" ? `stage.${word}` : `filter.${word}`, press };
}

const rowsOf = (buttons: Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, n) => buttons.slice(n * ROW, (n + 1) * ROW));
