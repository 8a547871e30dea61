import { z } from "zod";
import { lineOf, searchElsewhere } from "../exchange/find-shared-ideas.ts";
import { answerElsewhere } from "../exchange/show-foreign.ts";
import { findExperiences } from "../experiences/find-experiences.ts";
import { openForm } from "../forms/open-form.ts";
import { IdeaText } from "../ideas/add-idea.ts";
import { cut } from "../language/cut.ts";
import { itemsOf } from "../lists/item.ts";
import { RowId } from "../row-id.ts";
import { say, toast, turn } from "../sayings.ts";
import type { LabScene, UseCase } from "../use-case.ts";
import type { Sayings } from "../vocabulary.ts";
import { findByWords } from "./find-by-words.ts";

export const SearchIdeas = z.object({ text: IdeaText });
export const AskSearch = z.object({ text: z.string() });
export const TurnFound = z.object({ search: RowId, page: z.coerce.number().int().min(0).max(1_000_000) });

const PAGE = 8;
/** What is shown of the words that were asked for. */
const SHOWN = 80;

/** `/cari WORDS`: the lab's ideas that speak of them. The words are kept, so that the pages can be turned. */
export const searchIdeas: UseCase<typeof SearchIdeas, LabScene> = async (scene, { text }) => {
  const named = /^\S+$/.test(text) ? await answerElsewhere(scene, text) : undefined;
  if (named) return named;
  const { db, person, chat, now } = scene;
  const kept = { personId: person.id, chatId: chat.id, kind: "search", createdAt: now, doneAt: now };
  const { id } = await db.draft.create({ data: { ...kept, state: { text, lab: scene.lab.id } } });
  const { key, args } = await pageOf(scene, { search: id, text, asked: 0 });
  return [say(key, args as never)];
};

/** Bare `/cari` asks for the words. */
export const askSearch: UseCase<typeof AskSearch, LabScene> = async (scene) => [
  say("search.ask", { lab: scene.lab.name }, { about: await openForm(scene, "search") }),
];

/** Another page of what was found, in the same message. */
export const turnFound: UseCase<typeof TurnFound, LabScene> = async (scene, { search: id, page }) => {
  const search = await scene.db.draft.findFirst({ where: { id, kind: "search", chatId: scene.chat.id } });
  const { text, lab } = (search?.state ?? {}) as { text?: string; lab?: number };
  if (text === undefined || lab !== scene.lab.id) return [toast("person.oldButton", {})];
  const { key, args } = await pageOf(scene, { search: id, text, asked: page });
  return [turn(key, args as never)];
};

type Search = { search: number; text: string; asked: number };

async function pageOf(scene: LabScene, { search, text, asked }: Search) {
  const { db, lab, bot } = scene;
  const words = cut(text, SHOWN);
  const found = await findByWords(scene, text);
  const others = asked === 0 ? await findOthers(scene, text) : NONE;
  const { experiences, elsewhere } = others;
  const [shared] = elsewhere;
  if (found.length === 0 && experiences.length > 0)
    return { key: "search.onlyExperiences", args: { lab: lab.name, words, ...others } } as const;
  if (found.length === 0 && shared)
    return { key: "search.onlyElsewhere", args: { lab: lab.name, words, items: shared.items } } as const;
  if (found.length === 0) return { key: "search.nothing", args: { lab: lab.name, words } } as const;
  const pages = Math.ceil(found.length / PAGE);
  const page = Math.min(asked, pages - 1);
  const items = await itemsOf(db, bot, found.slice(page * PAGE, (page + 1) * PAGE));
  const args = {
    search,
    lab: lab.name,
    words,
    page: page + 1,
    pages,
    total: found.length,
    items,
    ...others,
  };
  return { key: "search.found", args } as const;
}

/** So many of other labs' ideas are named. */
const OF_OTHERS = 5;
type Others = Pick<Sayings["search.onlyExperiences"], "experiences" | "elsewhere">;
const NONE: Others = { experiences: [], elsewhere: [] };

/** What else speaks of it: this lab's experiences, and the ideas that other labs share. */
async function findOthers({ db, lab, bot }: LabScene, text: string): Promise<Others> {
  const experiences = await findExperiences(db, lab, text);
  const found = await searchElsewhere(db, lab, { text, most: OF_OTHERS });
  const items = found.map((one) => lineOf(bot, one));
  return { experiences, elsewhere: items.length > 0 ? [{ items }] : [] };
}
