import type { Chat, Lab, Summary } from "../generated/prisma/client.ts";
import type { Summary as Content } from "../language/summarize.ts";
import type { Said } from "../sayings.ts";
import type { Heard } from "./gather-lines.ts";
import type { Point } from "./thread.ts";

/** So many points, questions and next steps fit on a screen. */
const POINTS = 6;
const FEW = 3;

export type Summarised = { summary: Summary; lab: Lab; chat: Chat; code: string | undefined };
export type Made = Content & { how: "extract" | "model" };

/** What is summarised, from when to when. */
export function headOf({ summary, lab, chat, code }: Summarised) {
  const day = (at: Date) => ({ at: at.toISOString(), zone: lab.zone, show: "dayTime" }) as const;
  const unrecorded = lab.recordsTalk || summary.ideaId ? [] : [{}];
  return { what: code ?? chat.title, from: day(summary.from), to: day(summary.to), unrecorded };
}

/** A summary in the terms of its sentence, each point with the messages that it rests on. */
export function written(
  about: Summarised,
  lines: Heard[],
  { points, questions, nextSteps, how }: Made,
): Said<"summary.written"> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const shown = (made: Made["points"], most: number) =>
    made.slice(0, most).map((point) => pointOf(point, byId));
  const part = (items: Point[]) => (items.length > 0 ? [{ items }] : []);
  return {
    key: "summary.written",
    args: {
      ...{ ...headOf(about), messages: lines.length, how },
      points: shown(points, POINTS),
      questions: part(shown(questions, FEW)),
      nextSteps: part(shown(nextSteps, FEW)),
    },
  };
}

/** The most of a quotation that is shown, in characters. */
const QUOTE = 280;

function pointOf({ text, lines }: Made["points"][number], byId: Map<number, Heard>): Point {
  const cited = lines.flatMap((id) => byId.get(id) ?? []).slice(0, 4);
  const links = cited.flatMap(({ link }) => (link ? [link] : [])).map((link, i) => ({ link, n: i + 1 }));
  const names = [...new Set(cited.filter(({ link }) => !link).map(({ author }) => author))].map((name) => ({
    name,
  }));
  return { text: text.length > QUOTE ? `${text.slice(0, QUOTE).trimEnd()}…` : text, links, names };
}
