import type { GroupState, SettingsArgs } from "../../labs/lab.ts";
import { limits } from "../../labs/limit.ts";
import { type At, type Button, type Keyboard, type Keyboards, startLink } from "../keyboard.ts";

export const labKeyboards: Keyboards = {
  "lab.noneHere": () => ({ rows: [[iAmFacilitator]] }),
  "lab.opened": greeting,
  "lab.joinedByGroup": (state, at) => ({
    rows: [[doorTo(state, at)], [{ label: "split", press: ["split"] }]],
  }),
  "lab.back": greeting,
  "lab.check": greeting,
  "lab.split": greeting,
  "lab.claimed": (state, at) => ({ rows: [[doorTo(state, at)]] }),
  "lab.groupBound": (state, at) => ({ rows: [[doorTo(state, at)]] }),
  "lab.settings": settings,
  "lab.saved": settings,
  "lab.pickDay": ({ lab }) => ({ rows: [...days(lab), [back(lab)]] }),
  "lab.pickHour": ({ lab }) => ({ rows: [...hours(lab), [back(lab)]] }),
  "lab.pickLimit": ({ lab }) => ({ rows: [limitButtons(lab), [back(lab)]] }),
  "lab.team": ({ holders }) => ({
    rows: [
      ...holders.map(({ personId, name, role, lab }): Button[] => [
        { label: `takeRole.${role}`, args: { name }, press: ["untake", personId, role, lab] },
      ]),
      [
        { label: "invite", press: ["tap", "undang"] },
        { label: "handOver", press: ["tap", "serahterima"] },
      ],
    ],
  }),
  "lab.teamHow": () => ({ rows: [[{ label: "invite", press: ["tap", "undang"] }]] }),
  "lab.roleGiven": (_, { bot }) => ({ rows: [[{ label: "openPrivate", url: startLink(bot) }]] }),
  "lab.inviteWhom": () => ({
    rows: ["mentor", "leader", "facilitator", "group"].map((offer): Button[] => [
      { label: `offer.${offer}`, press: ["makeInvitation", offer] },
    ]),
  }),
  "lab.invitation": ({ id }) => ({ rows: [[{ label: "revoke", press: ["revoke", id] }]] }),
  "lab.invitationTaken": ({ id }) => ({ rows: [[{ label: "revoke", press: ["revoke", id] }]] }),
};

const iAmFacilitator: Button = { label: "iAmFacilitator", press: ["claim"] };

const doorTo = ({ door }: { door: string }, { bot }: At): Button => ({
  label: "startHere",
  url: startLink(bot, `g_${door}`),
});

function greeting(state: GroupState, at: At): Keyboard {
  return { rows: [[doorTo(state, at)], state.nobody.length > 0 ? [iAmFacilitator] : []] };
}

function settings({ lab, record, model, locale, screen }: SettingsArgs): Keyboard {
  const set = (label: string, ...[name, value]: [string, string]): Button => ({
    label,
    press: ["set", name, value, lab],
  });
  const opposite = (on: string) => (on === "on" ? "off" : "on");
  return {
    rows: [
      [set(`record.${opposite(record)}`, "record", opposite(record))],
      model.map(({ on }) => set(`model.${opposite(on)}`, "model", opposite(on))),
      [
        set(`screen.${opposite(screen)}`, "screen", opposite(screen)),
        { label: "pickLimit", press: ["pick", "limit", lab] },
      ],
      [locale === "id" ? set("labEnglish", "locale", "en") : set("labIndonesian", "locale", "id")],
      [
        { label: "pickDay", press: ["pick", "day", lab] },
        { label: "pickHour", press: ["pick", "hour", lab] },
      ],
      [set("wib", "zone", "wib"), set("wita", "zone", "wita"), set("wit", "zone", "wit")],
    ],
  };
}

const back = (lab: number): Button => ({ label: "back", press: ["pick", "back", lab] });

const days = (lab: number): Button[][] =>
  inRows([1, 2, 3, 4, 5, 6, 7], 3).map((row) =>
    row.map((day) => ({ label: `day.${day}`, press: ["set", "day", day, lab] })),
  );

const hours = (lab: number): Button[][] =>
  inRows([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18], 4).map((row) =>
    row.map((hour) => ({ label: "hour", args: { hour }, press: ["set", "hour", hour, lab] })),
  );

const limitButtons = (lab: number): Button[] =>
  limits.map((limit) => ({
    label: limit === 0 ? "noLimit" : "limit",
    args: { limit },
    press: ["set", "limit", limit, lab],
  }));

const inRows = (all: number[], width: number): number[][] =>
  all.length <= width ? [all] : [all.slice(0, width), ...inRows(all.slice(width), width)];
