import more from "../language/fields.json" with { type: "json" };
import { concepts, themes } from "../language/glossary.ts";

/** Fields of work of a local government: Kemendagri's *urusan*, condensed to what people tell apart. */
export const categories = [
  ...(["health", "education", "population", "business", "sea", "farm", "social"] as const),
  ...(["environment", "culture", "infrastructure", "safety", "office", "other"] as const),
] as const;
type Category = (typeof categories)[number];

export const isCategory = (name: string): name is Category => categories.some((one) => one === name);

/** An idea belongs to so many fields at the most. */
export const MOST_CATEGORIES = 3;

/** The field of a wide subject that the search knows. */
const OF_THEME: Record<string, Category> = {
  ...{ health: "health", sea: "sea", papers: "population", school: "education", waste: "environment" },
  ...{ business: "business", farm: "farm", roads: "infrastructure", danger: "safety", staff: "office" },
};

const own = new Map(
  Object.entries(more).flatMap(([field, words]) =>
    words.flatMap((word) => concepts(word).map((concept) => [concept, field as Category] as const)),
  ),
);

/** The fields that a text likely belongs to, the likeliest first. */
export function likelyCategories(text: string): Category[] {
  const found = concepts(text);
  const named = found.flatMap((concept) => [
    ...(own.has(concept) ? [own.get(concept) as Category] : []),
    ...themes([concept]).flatMap((theme) => OF_THEME[theme.slice(1)] ?? []),
  ]);
  const count = (one: Category) => named.filter((name) => name === one).length;
  return [...new Set(named)].sort((a, b) => count(b) - count(a));
}

/** All fields, the likely ones first. */
export const offered = (text: string): Category[] => [
  ...new Set([...likelyCategories(text).slice(0, MOST_CATEGORIES), ...categories]),
];

/** What people type for a field, in both languages. */
export const categoryWords: Record<string, Category> = {
  ...{ kesehatan: "health", health: "health", pendidikan: "education", education: "education" },
  ...{ kependudukan: "population", "administrasi kependudukan": "population", population: "population" },
  ...{
    perizinan: "business",
    usaha: "business",
    umkm: "business",
    permits: "business",
    business: "business",
  },
  ...{ kelautan: "sea", perikanan: "sea", "kelautan dan perikanan": "sea", fisheries: "sea", sea: "sea" },
  ...{ pertanian: "farm", pangan: "farm", "pertanian dan pangan": "farm", farming: "farm", food: "farm" },
  ...{ sosial: "social", social: "social", lingkungan: "environment", kebersihan: "environment" },
  ...{ "lingkungan dan kebersihan": "environment", environment: "environment", pariwisata: "culture" },
  ...{ budaya: "culture", "pariwisata dan budaya": "culture", tourism: "culture", culture: "culture" },
  ...{ infrastruktur: "infrastructure", perhubungan: "infrastructure", infrastructure: "infrastructure" },
  ...{ "infrastruktur dan perhubungan": "infrastructure", transport: "infrastructure" },
  ...{ kebencanaan: "safety", bencana: "safety", keamanan: "safety", safety: "safety" },
  ...{ "tata kelola": "office", "tata kelola kantor": "office", kantor: "office", office: "office" },
};
