import { describe, expect, test } from "vitest";
import type { IdeaCard } from "../src/cards/card.ts";
import { split } from "../src/telegram/split.ts";
import { inZone, zoneName } from "../src/telegram/when.ts";
import { cut, LIMIT, locales, words } from "../src/telegram/words.ts";

const card: IdeaCard = {
  ...{
    id: 1,
    code: "TNB-1",
    title: "Antrean lewat pesan",
    rest: [],
    author: [{ name: "Ana", unit: [], place: "only" }],
    anonymous: [],
    keeper: [],
  },
  ...{ recorder: [], disownable: false, stage: "diagnose", votes: 0, feedback: 0, comments: 0 },
  ...{
    decisions: [],
    commitments: [],
    running: [],
    similar: [],
    replicated: [],
    plan: [],
    inspired: [],
    files: [],
  },
};
const drawn = (more: Partial<IdeaCard>, locale: "id" | "en" = "id") =>
  words({ key: "idea.card", args: { ...card, ...more } }, locale);
const read = (html: string) => html.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot);/g, "x");

describe("what people wrote", () => {
  test("is escaped, in blanks and in lists within lists", () => {
    const html = drawn({
      title: `<b>5 < 6</b> & "7"`,
      author: [{ name: "</b>Ana", unit: [], place: "only" }],
      decisions: [{ who: "Ibu", kind: "support", reason: [{ text: "<i>ya</i>" }] }],
    });
    expect(html).toContain("&lt;b&gt;5 &lt; 6&lt;/b&gt; &amp; &quot;7&quot;");
    expect(html).toContain("Oleh &lt;/b&gt;Ana");
    expect(html).toContain("“&lt;i&gt;ya&lt;/i&gt;”");
  });

  test("that was queued before a sentence had a blank is said all the same", () => {
    const author = [{ name: "Ana" }] as unknown as IdeaCard["author"];
    expect(drawn({ author })).toContain("Ana");
    const older = { ideas: undefined, author: [{ name: "Ana" }] };
    expect(words({ key: "decision.choice", args: { code: "TNB-1", ...older } }, "id")).toContain("oleh Ana");
  });

  test("is no message format: braces, apostrophes and number signs stay as they are", () => {
    const title = "Kami 'butuh' {code} dan # {votes, plural, other {x}}";
    expect(drawn({ title })).toContain(title);
  });
});

describe("a cut", () => {
  test("leaves alone what fits", () => expect(cut("Perahu", 6)).toBe("Perahu"));
  test("says that it is one", () => expect(cut("Perahu keliling", 8)).toBe("Perahu…"));
  test("never splits what a reader sees as one character", () => {
    expect(cut("ab👨‍👩‍👧‍👦cd", 5)).toBe("ab…");
    expect(cut("ab👨‍👩‍👧‍👦cd", 14)).toBe("ab👨‍👩‍👧‍👦…");
    expect(cut("🇮🇩🇮🇩🇮🇩", 6)).toBe("🇮🇩…");
  });
});

describe("a message's limit", () => {
  test("holds for the longest text, even when all of it has to be escaped", () => {
    for (const text of ["a".repeat(4096), "<".repeat(4096), "👨‍👩‍👧‍👦".repeat(372), "kata ".repeat(819)]) {
      const html = drawn({ title: text.slice(0, 120), rest: [{ text }] });
      expect(read(html).length).toBeLessThanOrEqual(LIMIT);
      expect(html.match(/<blockquote expandable>/g)).toHaveLength(1);
      expect(html.match(/<\/blockquote>/g)).toHaveLength(1);
      expect(html).toContain("Tahap:");
    }
  });

  test("shortens all texts alike, and keeps every item of a list", () => {
    const answers = Array.from({ length: 10 }, (_, i) => ({
      who: `Mentor${i}`,
      role: "mentor",
      text: "x".repeat(4000),
    }));
    const parts = answers.map((args) => ({ key: "details.answer", args }));
    const sharing = { shared: [], sharing: [], copies: [], replication: [] };
    const may = {
      mine: false,
      withdraws: false,
      changes: false,
      along: false,
      facilitates: false,
      leads: false,
      trust: [],
    };
    const lists = { experience: [], why: [], ...sharing, unclear: false, opensFiles: false };
    const args = { ...card, ...may, ...lists, state: "posted", page: 1, pages: 1, parts, card: [] };
    const text = read(words({ key: "idea.details", args }, "id"));
    expect(text.length).toBeLessThanOrEqual(LIMIT);
    for (const { who } of answers) expect(text).toContain(who);
  });

  test("may be a smaller one, as for a button or a toast", () => {
    const text = words({ key: "vote.counted", args: { code: "TNB-1".repeat(100) } }, "id", 100);
    expect(text.length).toBeLessThanOrEqual(100);
    expect(text).toContain("dihitung");
  });
});

describe("a list", () => {
  const items = [
    { code: "TNB-2", title: "Perahu", votes: 0, feedback: 0, link: "https://t.me/b?start=i_TNB-2" },
    { code: "TNB-1", title: "Kotak saran", votes: 3, feedback: 1, link: "https://t.me/b?start=i_TNB-1" },
  ];
  const list = (locale: "id" | "en") =>
    words(
      {
        key: "idea.list",
        args: { lab: "Tanimbar", filter: "new", by: [], order: "new", page: 1, pages: 1, total: 2, items },
      },
      locale,
    );

  test("is one sentence for each item, in order", () => {
    const [first, second] = list("id").split("\n").slice(-2);
    expect(first).toBe('<a href="https://t.me/b?start=i_TNB-2"><b>TNB-2</b></a> Perahu');
    expect(second).toBe('<a href="https://t.me/b?start=i_TNB-1"><b>TNB-1</b></a> Kotak saran · 👍 3 · 💬 1');
  });

  test("of none is nothing", () =>
    expect(drawn({ author: [], anonymous: [{}] })).toMatch(/\n\nAnonim · Tahap/));

  test("reads in both languages", () => {
    expect(list("en")).toContain("TNB-2");
    expect(list("en")).not.toBe(list("id"));
  });
});

test("a key without words is an error that names it", () => {
  expect(() => words({ key: "no.such", args: {} }, "id")).toThrow("no words for no.such in id");
  expect(Object.keys(locales.id).sort()).toEqual(Object.keys(locales.en).sort());
});

describe("a time", () => {
  const at = "2026-11-27T06:00:00Z";
  test.for([
    ["id", "Asia/Jakarta", "time", "13.00 WIB"],
    ["id", "Asia/Makassar", "time", "14.00 WITA"],
    ["id", "Asia/Jayapura", "time", "15.00 WIT"],
    ["en", "Asia/Jayapura", "time", "15:00 WIT"],
    ["id", "Asia/Jayapura", "day", "27 Nov 2026"],
    ["en", "Asia/Jayapura", "day", "27 Nov 2026"],
    ["id", "Asia/Jayapura", "dayTime", "Jumat, 27 Nov, 15.00 WIT"],
    ["en", "Asia/Jayapura", "dayTime", "Friday 27 Nov, 15:00 WIT"],
    ["en", "Europe/Lisbon", "time", "06:00 Europe/Lisbon"],
  ] as const)("in %s, %s, as %s, is %s", ([locale, zone, show, text]) => {
    expect(inZone({ at, zone, show }, locale)).toBe(text);
  });

  test("has the day of its zone, not of the machine's or of UTC", () => {
    const late = { at: "2026-11-27T16:30:00Z", show: "day" } as const;
    expect(inZone({ ...late, zone: "Asia/Jayapura" }, "id")).toBe("28 Nov 2026");
    expect(inZone({ ...late, zone: "Asia/Jakarta" }, "id")).toBe("27 Nov 2026");
  });

  test("is called as Indonesians call it", () => expect(zoneName("Asia/Pontianak")).toBe("WIB"));
});

describe("a text that is too long for one message", () => {
  test("has no part in which nothing can be seen", () => {
    const text = `Perahu ${"\u200B".repeat(9_000)} puskesmas`;
    const parts = split(text, LIMIT);
    expect(parts.map((part) => part.replaceAll("\u200B", "").trim())).toEqual(["Perahu", "puskesmas"]);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(LIMIT);
  });
});
