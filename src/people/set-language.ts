import { z } from "zod";
import { aside, type Saying, say, toast, turn } from "../sayings.ts";
import type { Scene, UseCase } from "../use-case.ts";

/** The words that people type for a language. */
const words: Record<string, string> = {
  ...{ id: "id", indonesia: "id", indonesian: "id", en: "en", english: "en", inggris: "en" },
};

const Language = z.enum(["id", "en"]);

export const SetLanguage = z.object({
  text: z
    .string()
    .transform((text) => words[text.toLowerCase()])
    .pipe(Language),
});
export const PressLanguage = z.object({ language: Language });
export const AskLanguage = z.object({});

/** `/bahasa en`: a person's language; in a group a facilitator sets the group's. */
export const setLanguage: UseCase<typeof SetLanguage> = async (scene, { text: language }) => {
  if (!isForGroup(scene)) {
    await store(scene, language);
    return [aside("person.languageSet", { language })];
  }
  await store(scene, language);
  return [say("person.groupLanguageSet", { language })];
};

/** The same, by a button. A group's buttons are its facilitators'. */
export const pressLanguage: UseCase<typeof PressLanguage> = async (scene, { language }) => {
  const inGroup = scene.chat.kind !== "private";
  if (inGroup && !isForGroup(scene)) return [toast("person.needsRole", { role: "facilitator" }, true)];
  await store(scene, language);
  return [turn(inGroup ? "person.groupLanguageSet" : "person.languageSet", { language })];
};

/** Bare `/bahasa`: asks by buttons. */
export const askLanguage: UseCase<typeof AskLanguage> = async (scene): Promise<Saying[]> => [
  isForGroup(scene) ? say("person.pickGroupLanguage", {}) : aside("person.pickLanguage", {}),
];

const isForGroup = ({ chat, lab, roles }: Scene) =>
  chat.kind !== "private" && lab !== undefined && roles.includes("facilitator");

async function store(scene: Scene, locale: string) {
  const { db, chat, person } = scene;
  if (isForGroup(scene)) await db.chat.update({ where: { id: chat.id }, data: { locale } });
  else await db.person.update({ where: { id: person.id }, data: { locale } });
}
