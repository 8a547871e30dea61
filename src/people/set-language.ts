import { z } from "zod";
import { aside, say, turn } from "../sayings.ts";
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

/** `/bahasa en`: a person's own language. */
export const setLanguage: UseCase<typeof SetLanguage> = async (scene, { text: language }) => {
  await storeOwn(scene, language);
  return [aside("person.languageSet", { language })];
};

/** The same in a group, by a facilitator: the group's language. */
export const setGroupLanguage: UseCase<typeof SetLanguage> = async (scene, { text: language }) => {
  await storeGroups(scene, language);
  return [say("person.groupLanguageSet", { language })];
};

/** The same, by a button. */
export const pressLanguage: UseCase<typeof PressLanguage> = async (scene, { language }) => {
  await storeOwn(scene, language);
  return [turn("person.languageSet", { language })];
};

/** The same in a group, by a button. */
export const pressGroupLanguage: UseCase<typeof PressLanguage> = async (scene, { language }) => {
  await storeGroups(scene, language);
  return [turn("person.groupLanguageSet", { language })];
};

/** Bare `/bahasa`: asks by buttons. */
export const askLanguage: UseCase<typeof AskLanguage> = async () => [aside("person.pickLanguage", {})];
export const askGroupLanguage: UseCase<typeof AskLanguage> = async () => [
  say("person.pickGroupLanguage", {}),
];

const storeOwn = ({ db, person }: Scene, locale: string) =>
  db.person.update({ where: { id: person.id }, data: { locale } });

const storeGroups = ({ db, chat }: Scene, locale: string) =>
  db.chat.update({ where: { id: chat.id }, data: { locale } });
