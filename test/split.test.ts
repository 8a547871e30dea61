import { describe, expect, test } from "vitest";
import { BREAK, split } from "../src/telegram/split.ts";
import { LIMIT, pages } from "../src/telegram/words.ts";

const seen = (html: string) => html.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot);/g, "x");

/** Whether every tag that is opened is closed, in order. */
function isWellFormed(html: string): boolean {
  const open: string[] = [];
  for (const [, close, name] of html.matchAll(/<(\/?)([\w-]+)[^>]*>/g)) {
    if (!close) open.push(name ?? "");
    else if (open.pop() !== name) return false;
  }
  return open.length === 0 && !/<[^>]*$/.test(html);
}

describe("a message that is too long", () => {
  test("is cut between items, and no item is torn", () => {
    const items = Array.from({ length: 30 }, (_, n) => `• <b>Ide ${n}</b>: antrean di loket kedua\n`);
    const parts = split(`Daftar\n${items.join(BREAK)}`, 300);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) {
      expect(seen(part).length).toBeLessThanOrEqual(300);
      expect(
        part.split("\n").filter((line) => !/^(Daftar|• <b>Ide \d+<\/b>: antrean di loket kedua)$/.test(line)),
      ).toEqual([]);
    }
    expect(parts.join("\n").match(/Ide \d+/g)).toEqual(items.map((_, n) => `Ide ${n}`));
  });

  test.each([
    ["words", "antrean di puskesmas ".repeat(60)],
    ["one endless word", "a".repeat(900)],
    ["emoji of many parts", "👩‍👩‍👧‍👦".repeat(80)],
    ["flags and skin tones", "🇮🇩👍🏽".repeat(80)],
    ["entities", "&lt;&amp;&quot;".repeat(200)],
    ["marks piled up", `a${"\u0301".repeat(900)}`],
    ["nested tags", `<blockquote expandable><b>${"tebal <i>miring</i> ".repeat(60)}</b></blockquote>`],
    ["a link", `<a href="https://t.me/c/1/2?a=&quot;b">${"tautan panjang ".repeat(60)}</a>`],
    ["lines of another direction", "אבג דהו\n".repeat(120)],
  ])("is cut into well-formed parts that hold it all: %s", (_, html) => {
    const parts = split(html, 120);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect(seen(part).length).toBeLessThanOrEqual(120);
      expect(isWellFormed(part), part).toBe(true);
      expect(part).toBe(part.toWellFormed());
      expect(part).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
    }
    const bare = (text: string) => seen(text).replace(/\s/g, "");
    expect(parts.map(bare).join("")).toBe(bare(html));
  });

  test("is told whole: a text of four thousand characters loses none", () => {
    const text = "Antrean di loket kedua selalu panjang. ".repeat(105).slice(0, 4096);
    const parts = pages(
      { key: "idea.toApprove", args: { id: 1, code: "TNB-1", text, more: [], files: [] } },
      "id",
    );
    expect(parts.length).toBe(2);
    expect(parts.every((part) => seen(part).length <= LIMIT)).toBe(true);
    expect(parts.join(" ").match(/Antrean/g)).toHaveLength(105);
  });
});
