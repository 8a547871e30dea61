import { z } from "zod";
import { findIdea, type Told } from "../ideas/find-idea.ts";
import { codeOf, titleOf } from "../ideas/idea.ts";
import { RowId } from "../row-id.ts";
import { aside, say, toast } from "../sayings.ts";
import type { When } from "../telegram/when.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import { recorded, writersOf } from "./sheet-record.ts";
import { launchOf } from "./show-stage.ts";
import { standing } from "./stage.ts";

export const ShowSheet = z.object({ idea: RowId });

type Empty = Record<string, never>;
type Text = { text: string }[];

/** An innovation on one page: only what was recorded. An anonymous idea tells neither author nor unit. */
export type Sheet = {
  code: string;
  title: string;
  stage: string;
  problem: Text;
  affected: Text;
  difference: Text;
  result: Text;
  benefit: Text;
  authors: { name: string }[];
  anonymous: Empty[];
  keeper: { name: string }[];
  unit: { name: string }[];
  votes: number;
  feedback: number;
  steps: { done: number; total: number }[];
  commitments: { kept: number; total: number }[];
  people: { count: number }[];
  posted: { at: When }[];
  launched: { at: When }[];
  moves: { to: string; at: When }[];
};

/** `Kartu`: one page on an innovation, to show around; to whoever asked. */
export const showSheet: UseCase<typeof ShowSheet, LabScene> = async (scene, { idea: id }) => {
  const { db, lab, chat } = scene;
  const idea = await findIdea(db, lab, id);
  if (idea?.state !== "posted")
    return [chat.kind === "private" ? say("idea.missing", {}) : toast("idea.missing", {}, true)];
  return [aside("stage.sheet", await sheetOf(scene, idea), { about: { about: "idea", id } })];
};

async function sheetOf({ db, lab }: LabScene, idea: Told): Promise<Sheet> {
  const found = await db.idea.findUniqueOrThrow({ where: { id: idea.id }, include: recorded });
  const { title, rest } = titleOf(idea.text);
  const day = (at: Date): When => ({ at: at.toISOString(), zone: lab.zone, show: "day" });
  const text = (words: string | null): Text => (words ? [{ text: words }] : []);
  const { plan, commitments, anonymous, keeper } = found;
  const named = writersOf([{ ...found, author: idea.author }, ...found.joined.map((join) => join.idea)]);
  const people = found.pulses.find((pulse) => pulse.people !== null)?.people ?? null;
  return {
    ...{ code: codeOf(lab, idea), title, stage: idea.stage, problem: text(rest) },
    ...{ affected: text(idea.affected), difference: text(idea.difference) },
    ...{ result: text(idea.result), benefit: text(idea.benefit) },
    authors: named.map(({ printedName, name }) => ({ name: printedName ?? name })),
    anonymous: anonymous ? [{}] : [],
    keeper: keeper && !anonymous ? [{ name: keeper.printedName ?? keeper.name }] : [],
    unit: found.unit && !anonymous ? [{ name: found.unit.name }] : [],
    ...{ votes: found._count.votes, feedback: found._count.feedback },
    steps: countOf(plan, ({ doneAt }) => doneAt !== null).map(({ kept: done, total }) => ({ done, total })),
    commitments: countOf(commitments, ({ keptAt }) => keptAt !== null),
    people: people === null ? [] : [{ count: people }],
    posted: idea.postedAt ? [{ at: day(idea.postedAt) }] : [],
    launched: launchOf(idea),
    moves: standing(found.stages).map(({ to, at }) => ({ to, at: day(at) })),
  };
}

const countOf = <T>(all: T[], isKept: (one: T) => boolean) =>
  all.length > 0 ? [{ kept: all.filter(isKept).length, total: all.length }] : [];
