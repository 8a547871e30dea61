import { z } from "zod";
import { isOwn } from "../authors/own-idea.ts";
import { findIdea } from "../ideas/find-idea.ts";
import { UNTOLD } from "../ideas/idea.ts";
import { cut } from "../language/cut.ts";
import { RowId } from "../row-id.ts";
import { aside, type Said, type Saying, say, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import type { IdeaCard } from "./card.ts";
import { besides, rightsOf } from "./describe-idea.ts";
import { drawIdea } from "./draw-idea.ts";
import { gatherDetails, LONG } from "./gather-details.ts";
import { pagesOf, slices, weightOf } from "./pages.ts";
import { tellRemoval } from "./tell-removal.ts";

export const ShowIdea = z.object({ idea: RowId });
export const TurnIdea = z.object({ idea: RowId, page: z.coerce.number().int().min(0).max(10_000) });

type Details = Said<"idea.details" | "idea.detailsPage" | "idea.secret">;

/** "Rincian": everything about one idea, to the person who asked. A reply to it is a reply to the idea. */
export const showIdea: UseCase<typeof ShowIdea, LabScene> = async (scene, { idea: id }) => {
  const said = await detailsOf(scene, id, 0);
  if (!said) return whereItIs(scene, id);
  return [aside(said.key, said.args as never, { about: { about: "idea", id } })];
};

/** Another page of it, in the same message; in a group, where others would see it, to that person alone. */
export const turnIdea: UseCase<typeof TurnIdea, LabScene> = async (scene, { idea: id, page }) => {
  const said = await detailsOf(scene, id, page);
  if (!said) return [toast("idea.missing", {}, true)];
  if (scene.chat.kind === "private") return [turn(said.key, said.args as never)];
  return [aside(said.key, said.args as never, { about: { about: "idea", id } })];
};

/** What is shown in place of an idea that is out of sight: the one that it was joined to; to its author, why. */
async function whereItIs(scene: LabScene, id: number): Promise<Saying[]> {
  const { db, lab } = scene;
  const idea = await findIdea(db, lab, id);
  const join =
    idea?.state === "joined" && (await db.join.findFirst({ where: { ideaId: id, undoneAt: null } }));
  if (join) return showIdea(scene, { idea: join.intoId });
  return (idea && (await tellRemoval(scene, idea))) ?? missing(scene);
}

function missing({ message, chat }: LabScene): Saying[] {
  return message && chat.kind !== "private" ? [toast("idea.missing", {}, true)] : [say("idea.missing", {})];
}

async function detailsOf(scene: LabScene, id: number, asked: number): Promise<Details | undefined> {
  const { db, lab, person, now } = scene;
  const idea = await findIdea(db, lab, id);
  const mine = idea !== undefined && isOwn(person, idea);
  if (idea?.state === "secret" && !mine) return { key: "idea.secret", args: {} };
  if (!idea || (idea.state !== "posted" && !mine)) return undefined;
  const drawn = await drawIdea(db, id, now);
  if (drawn?.key !== "idea.card") return undefined;

  const { head, rest } = headOf(drawn.args);
  const more = { ...head, ...(await besides(scene, idea)) };
  const gathered = await gatherDetails(scene, idea);
  const text = rest.map((words) => ({ key: "details.text", args: { text: words } }) as const);
  const pages = pagesOf([...text, ...gathered.now], gathered.history, weightOf(more));
  const page = Math.min(asked, pages.length - 1);
  const at = { page: page + 1, pages: pages.length, parts: pages[page] ?? [] };
  if (page > 0) return { key: "idea.detailsPage", args: { id, code: head.code, title: head.title, ...at } };
  const votes = idea.state === "secret" ? UNTOLD : head.votes;
  return { key: "idea.details", args: { ...more, ...(await rightsOf(scene, idea)), ...at, votes } };
}

/** The head with as much of the text as fits well, and what is left of it. */
function headOf(card: IdeaCard) {
  const [first = "", ...rest] = slices(card.rest[0]?.text ?? "");
  const decisions = card.decisions.slice(-5).map((decision) => ({
    ...decision,
    reason: decision.reason.map(({ text }) => ({ text: cut(text, LONG) })),
  }));
  return { head: { ...card, decisions, rest: first ? [{ text: first }] : [] }, rest };
}
