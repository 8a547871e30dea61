type Empty = Record<string, never>;

/** An experience in a few lines. */
export type ExperienceItem = { text: string; who: string };

export type ExperienceSayings = {
  "experience.ask": Empty;
  "experience.kept": { id: number; title: string };
  "experience.withdrawn": { title: string };
  "experience.missing": Empty;
};
