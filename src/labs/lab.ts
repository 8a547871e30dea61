/** How long after a period began the next one may close at the earliest, in milliseconds. */
export const SHORTEST_PERIOD = 3 * 24 * 60 * 60 * 1000;

type Empty = Record<string, never>;
type Named = { name: string; telegramId: number };
type Due = { at: string; zone: string; show: "dayTime" };

/** A lab's group, as its greeting and its self-check show it. Lists of none or one are parts that may be absent. */
export type GroupState = {
  name: string;
  code: string;
  /** The secret part of the link that joins the lab from this group. */
  door: string;
  facilitators: Named[];
  nobody: Empty[];
  /** Whether Telegram shows the bot everything that is said, or only commands and replies to it. */
  seesAll: Empty[];
  seesCommands: Empty[];
  cannotPin: Empty[];
  /** When the next digest is due. */
  digest: Due;
};

/** A lab's settings, as its facilitator sees them. `model` is none where the installation has no model. */
export type SettingsArgs = {
  lab: number;
  name: string;
  code: string;
  zone: { at: string; zone: string; show: "zone" };
  locale: string;
  digest: Due;
  record: string;
  /** Whom other labs may write to. */
  contact: { contact: string }[];
  /** Whether ideas wait for a yes, and how many one person may post in a day; 0 for no limit. */
  screen: string;
  limit: number;
  model: { on: string }[];
};

/** One holder of one role, with the button that takes it. */
export type Holder = { lab: number; personId: number; name: string; role: string };

/** What is said about labs, their groups, settings, team and invitations. */
export type LabSayings = {
  "lab.noneHere": Empty;
  "lab.noneForYou": Empty;
  /** To a group, once: the only greeting. */
  "lab.opened": GroupState;
  /** To another group of the same facilitator. */
  "lab.joinedByGroup": GroupState;
  "lab.back": GroupState;
  "lab.check": GroupState;
  "lab.split": GroupState;
  "lab.claimed": Named & { lab: string; door: string };
  "lab.hasFacilitator": { names: string };
  "lab.onlyAdmins": Empty;
  "lab.onlyLab": Empty;
  "lab.wrongDoor": Empty;
  "lab.outsider": Empty;
  "lab.cannotCheck": Empty;
  "lab.groupBound": { lab: string; code: string; door: string };
  "lab.groupElsewhere": { lab: string };
  "lab.settings": SettingsArgs;
  "lab.pickDay": { lab: number; name: string };
  "lab.pickHour": { lab: number; name: string };
  "lab.pickLimit": { lab: number; name: string };
  "lab.saved": SettingsArgs;
  "lab.savedToast": Empty;
  "lab.otherLab": { lab: string };
  "lab.wrong": { name: string };
  "lab.codeTaken": { code: string };
  "lab.noModel": Empty;
  "lab.recording": { on: string; who: string };
  "lab.team": { lab: string; holders: Holder[]; members: number };
  "lab.teamHow": Empty;
  "lab.teamNobody": Empty;
  "lab.roleGiven": Named & { role: string; lab: string };
  "lab.roleTaken": Named & { role: string; lab: string };
  "lab.lastFacilitator": Empty;
  "lab.noRole": { name: string };
  "lab.inviteWhom": { lab: string };
  "lab.invitation": { id: number; role: string; lab: string; link: string; until: Due };
  "lab.invitationTaken": { id: number; who: string; role: string; lab: string };
  "lab.groupInvitationTaken": { group: string; lab: string };
  "lab.revoked": { role: string; who: { name: string }[] };
  "lab.nothingToRevoke": Empty;
};
