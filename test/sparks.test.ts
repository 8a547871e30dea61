import { describe, expect, test } from "vitest";
import { OPEN, pickSpark, REST } from "../src/sparks/pick-spark.ts";
import type { Asked, Facts } from "../src/sparks/spark.ts";

const WEEK = 7 * 86_400_000;
const monday = new Date("2026-11-29T23:00:00Z");
const inWeeks = (weeks: number) => new Date(monday.getTime() + weeks * WEEK);
const none: Facts = {
  ...{ ideas: 9, diagnose: 0, withoutProblem: 0, design: 0, withoutPlan: 0, running: 0 },
  quiet: [],
};
const pick = (facts: Partial<Facts>, before: Asked[] = [], at = monday) =>
  pickSpark({ ...none, ...facts }, before, { at, seed: 1 });

describe("the weekly question", () => {
  test.each([
    ["a lab without ideas", { ideas: 0 }, "spark.first", {}],
    ["most ideas without a problem", { diagnose: 6, withoutProblem: 3 }, "spark.problem", { count: 3 }],
    ["most designs without a plan", { design: 4, withoutPlan: 3 }, "spark.plan", { count: 3 }],
    ["ideas in use", { running: 2 }, "spark.running", { count: 2 }],
    [
      "a quiet unit",
      { quiet: [{ id: 5, name: "Puskesmas Olilit" }] },
      "spark.unit",
      { name: "Puskesmas Olilit" },
    ],
  ])("of %s is about that", (_, facts, key, args) => {
    expect(pick(facts).question).toEqual([{ key, args }]);
  });

  test.each([
    ["few", { diagnose: 2, withoutProblem: 2 }],
    ["the smaller part", { diagnose: 20, withoutProblem: 5 }],
  ])("is an open one where %s lack something", (_, facts) => {
    expect(pick(facts).asked).toMatch(/^open\./);
  });

  test("is of the kind that was not asked for the longest time", () => {
    const facts = { running: 2, quiet: [{ id: 5, name: "Olilit" }] };
    const before: Asked[] = [];
    for (let week = 0; week < 3; week++) {
      const { asked } = pick(facts, before, inWeeks(week));
      before.push({ asked, at: inWeeks(week) });
    }
    expect(before.map(({ asked }) => asked.split(".")[0])).toEqual(["stage", "unit", "open"]);
  });

  test("is never the same within eight weeks, and all open ones come round", () => {
    const facts = {
      design: 3,
      withoutPlan: 3,
      quiet: [
        { id: 5, name: "Olilit" },
        { id: 6, name: "Saumlaki" },
      ],
    };
    const before: Asked[] = [];
    for (let week = 0; week < 60; week++) {
      const at = inWeeks(week);
      const lately = before.filter((one) => one.at.getTime() >= at.getTime() - REST);
      const { asked } = pick(facts, lately, at);
      expect(lately.map((one) => one.asked)).not.toContain(asked);
      before.push({ asked, at });
    }
    const open = new Set(before.map(({ asked }) => asked).filter((asked) => asked.startsWith("open.")));
    expect(open.size).toBe(OPEN);
  });
});
