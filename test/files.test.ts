import { readdirSync, readFileSync } from "node:fs";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { routes } from "../src/telegram/routes.ts";
import { locales } from "../src/telegram/words.ts";

type Part = ReturnType<typeof parse>[number];

/** The blanks of a sentence, also those inside its plurals and selects. */
const blanks = (text: string): string[] =>
  [...new Set(parse(text, { ignoreTag: true }).flatMap(blanksIn))].sort();

function blanksIn(part: Part): string[] {
  if (part.type === TYPE.literal || part.type === TYPE.pound) return [];
  const inner =
    "options" in part ? Object.values(part.options).flatMap(({ value }) => value.flatMap(blanksIn)) : [];
  return [String(part.value), ...inner];
}

describe("locales", () => {
  test("have the same keys", () => {
    expect(Object.keys(locales.en).sort()).toEqual(Object.keys(locales.id).sort());
  });
  test.for(Object.keys(locales.id))("%s has the same blanks in both languages", (key) => {
    expect(blanks(locales.en[key] ?? "")).toEqual(blanks(locales.id[key] ?? ""));
  });
  test.for(Object.keys(locales.id).filter((key) => key.startsWith("button.")))("%s fits a button", (key) => {
    for (const locale of Object.values(locales)) expect(locale[key]?.length).toBeLessThan(40);
  });
});

describe("the tree", () => {
  const others = ["telegram", "llm", "language", "locales", "outbox", "postgres", "playground", "generated"];
  const nouns = readdirSync("src", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !others.includes(entry.name))
    .map(({ name }) => name);
  test.for(nouns)("src/%s holds only its noun and one verb per file", (noun) => {
    for (const file of readdirSync(`src/${noun}`)) expect(file).toMatch(/^[a-z]+(-[a-z]+)*\.ts$/);
  });
  test("every environment variable of the config is explained in .env.example", () => {
    const names = [...readFileSync("src/config.ts", "utf8").matchAll(/^ {2}([A-Z_]+): z?/gm)].map(
      ([, name]) => name,
    );
    const explained = readFileSync(".env.example", "utf8");
    for (const name of names) expect(explained).toContain(`${name}=`);
  });
  test("no two routes have the same name", () => {
    const names = routes({ llm: undefined, db: undefined as never }).flatMap(({ name, menu }) => [
      name,
      ...(menu?.aliases ?? []),
    ]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});
