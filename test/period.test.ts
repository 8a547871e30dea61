import { describe, expect, test } from "vitest";
import { changedEnd, closingPeriod, nextBoundary } from "../src/digests/period.ts";
import { hoursIn, startOfDay } from "../src/threads/thread.ts";

const monday = (zone: string) => ({ zone, digestDay: 1, digestHour: 8, digestMinute: 0 });
const WIT = monday("Asia/Jayapura");
const at = (iso: string) => new Date(iso);

describe("the end of a week", () => {
  test.each([
    ["Friday in eastern Indonesia", WIT, "2026-11-27T06:00:00Z", "2026-11-29T23:00:00Z"],
    ["just before it", WIT, "2026-11-29T22:59:59.999Z", "2026-11-29T23:00:00Z"],
    ["at it: a week later", WIT, "2026-11-29T23:00:00Z", "2026-12-06T23:00:00Z"],
    ["Monday in UTC, already past in the east", WIT, "2026-11-30T01:00:00Z", "2026-12-06T23:00:00Z"],
    [
      "the same moment in the west, still to come",
      monday("Asia/Jakarta"),
      "2026-11-30T00:30:00Z",
      "2026-11-30T01:00:00Z",
    ],
    ["in the middle", monday("Asia/Makassar"), "2026-11-29T23:30:00Z", "2026-11-30T00:00:00Z"],
    ["over week 53 and the year's end", WIT, "2026-12-28T00:00:00Z", "2027-01-03T23:00:00Z"],
    [
      "another day and minute",
      { ...WIT, digestDay: 5, digestHour: 16, digestMinute: 30 },
      "2026-11-27T06:00:00Z",
      "2026-11-27T07:30:00Z",
    ],
  ])("%s", (_, rhythm, after, end) => {
    expect(nextBoundary(rhythm, at(after)).toISOString()).toBe(at(end).toISOString());
  });
});

describe("a period whose rhythm is changed", () => {
  const from = at("2026-11-29T23:00:00Z");
  test.each([
    [
      "Tuesday is too soon: the week after",
      { ...WIT, digestDay: 2 },
      "2026-11-30T03:00:00Z",
      "2026-12-07T23:00:00Z",
    ],
    [
      "Thursday 08:00 is three whole days",
      { ...WIT, digestDay: 4 },
      "2026-11-30T03:00:00Z",
      "2026-12-02T23:00:00Z",
    ],
    [
      "Thursday 07:59 is a minute too few",
      { ...WIT, digestDay: 4, digestHour: 7, digestMinute: 59 },
      "2026-11-30T03:00:00Z",
      "2026-12-09T22:59:00Z",
    ],
    ["another zone", monday("Asia/Jakarta"), "2026-11-30T03:00:00Z", "2026-12-07T01:00:00Z"],
    [
      "a day that has passed this week",
      { ...WIT, digestDay: 4 },
      "2026-12-04T03:00:00Z",
      "2026-12-09T23:00:00Z",
    ],
  ])("%s", (_, rhythm, now, end) => {
    expect(changedEnd(rhythm, { from, now: at(now) }).toISOString()).toBe(at(end).toISOString());
  });
});

describe("closing", () => {
  const lab = { ...WIT, periodFrom: at("2026-11-22T23:00:00Z"), periodTo: at("2026-11-29T23:00:00Z") };
  test.each([
    ["on time", "2026-11-29T23:00:00Z", "2026-11-29T23:00:00Z", "2026-12-06T23:00:00Z"],
    [
      "a minute before the next boundary",
      "2026-12-06T22:59:00Z",
      "2026-11-29T23:00:00Z",
      "2026-12-06T23:00:00Z",
    ],
    [
      "three weeks late: one period, nothing skipped",
      "2026-12-21T05:00:00Z",
      "2026-12-20T23:00:00Z",
      "2026-12-27T23:00:00Z",
    ],
  ])("%s", (_, now, to, next) => {
    const closed = { from: lab.periodFrom, to: at(to), next: at(next) };
    expect(closingPeriod(lab, at(now))).toEqual(closed);
  });
});

describe("a span that somebody types", () => {
  test.each([
    ["3 hari", 72],
    ["12 jam", 12],
    ["1 pekan", 168],
    ["2 days", 48],
    ["sepekan", 168],
    ["seminggu", 168],
    ["sehari", 24],
    ["tiga hari", 72],
    ["3hari", 72],
    ["3 hari terakhir", 72],
    ["last 3 days", 72],
    ["hari ini", "today"],
    ["9999 hari", 744],
    ["0 hari", undefined],
    ["kemarin dulu", undefined],
    ["hari", 24],
    ["-3 hari", undefined],
  ])("%s", (typed, hours) => expect(hoursIn(typed)).toBe(hours));

  test("today began at midnight in the lab's zone", () => {
    expect(startOfDay(at("2026-11-29T23:00:00Z"), "Asia/Jayapura")).toEqual(at("2026-11-29T15:00:00Z"));
  });
});
