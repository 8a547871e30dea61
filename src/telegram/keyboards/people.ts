import type { RoleParts } from "../../people/person.ts";
import { type Button, type Keyboards, startLink } from "../keyboard.ts";
import { startSession } from "./challenges.ts";

export const personKeyboards: Keyboards = {
  "person.door": (_, { bot }) => ({ rows: [[{ label: "openPrivate", url: startLink(bot) }]] }),
  "person.welcomeNewcomer": (_, { bot }) => ({
    rows: [[{ label: "addToGroup", url: `https://t.me/${bot.username}?startgroup=true` }], [language]],
  }),
  "person.welcome": ({ others, ...roles }) => ({
    rows: [
      ...taps(roles).slice(0, 4),
      ...others
        .slice(0, 8)
        .map(({ id, name }): Button[] => [{ label: "switchLab", args: { name }, press: ["lab", id] }]),
      [{ label: "tap.bantuan", press: ["tap", "bantuan"] }],
    ],
  }),
  "person.help": (roles) => ({ rows: [...taps(roles), [language]] }),
  "person.helpInGroup": (_, { bot }) => ({
    rows: [[{ label: "openPrivate", url: startLink(bot) }], [startSession]],
  }),
  "person.unknownCommand": () => ({ rows: [[{ label: "tap.bantuan", press: ["tap", "bantuan"] }]] }),
  "person.pickLanguage": () => ({ rows: [languages] }),
  "person.pickGroupLanguage": () => ({ rows: [languages] }),
  "person.roleGiven": ({ role }) => ({
    rows: taps({ mentor: [], leader: [], facilitator: [], [role]: [{}] }).slice(0, 2),
  }),
};

const tap = (name: string): Button => ({ label: `tap.${name}`, press: ["tap", name] });
const language = tap("bahasa");
const languages: Button[] = [
  { label: "indonesian", press: ["setLanguage", "id"] },
  { label: "english", press: ["setLanguage", "en"] },
];

/** What somebody with these roles can do, first what only they can. */
const taps = ({ mentor, leader, facilitator }: RoleParts): Button[][] => [
  mentor.map(() => tap("antrean")),
  leader.length + facilitator.length > 0 ? [tap("pekanini"), tap("komitmen")] : [],
  facilitator.length > 0 ? [tap("tim"), tap("undang"), tap("pengaturan")] : [],
  [tap("ide"), tap("ideku")],
  [tap("semuaide"), tap("cari")],
  [tap("ringkas"), tap("ketinggalan")],
  [tap("metode"), tap("materi")],
];
