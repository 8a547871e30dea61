import type { Person } from "../generated/prisma/client.ts";

/** What somebody may be in a lab. Everybody in it is a member; a role is more than that. */
export const roles = ["mentor", "leader", "facilitator"] as const;
export type Role = (typeof roles)[number];

/** The words that people type for a role, in both languages. */
export const roleWords: Record<string, Role | "member"> = {
  mentor: "mentor",
  pendamping: "mentor",
  pimpinan: "leader",
  leader: "leader",
  fasilitator: "facilitator",
  facilitator: "facilitator",
  anggota: "member",
  member: "member",
};

/** What a sentence needs to name a person, and to link to them. */
export const nameOf = ({ name, telegramId }: Pick<Person, "name" | "telegramId">) => ({
  name,
  telegramId: Number(telegramId),
});

type Empty = Record<string, never>;

/** Which parts of a sentence concern somebody with these roles: each a list of none or one. */
export type RoleParts = Record<Role, Empty[]>;

export const roleParts = (held: readonly string[]): RoleParts => {
  const part = (role: Role) => (held.includes(role) ? [{}] : []);
  return { mentor: part("mentor"), leader: part("leader"), facilitator: part("facilitator") };
};

/** What is said to a person about himself or herself, and about what the bot did not understand. */
export type PersonSayings = {
  /** In a group, to somebody who never pressed Start. */
  "person.door": Empty;
  "person.notAsked": Empty;
  "person.pressStart": Empty;
  "person.sentPrivately": Empty;
  "person.hidden": Empty;
  "person.needsRole": { role: string };
  "person.notUnderstood": Empty;
  "person.noWords": Empty;
  "person.oldButton": Empty;
  "person.updateFailed": Empty;
  /** To somebody who sent very much at once. */
  "person.slowed": Empty;
  "person.welcomeNewcomer": { name: string };
  "person.welcome": {
    name: string;
    lab: string;
    code: string;
    others: { id: number; name: string }[];
  } & RoleParts;
  "person.help": { lab: string } & RoleParts;
  "person.helpInGroup": Empty;
  "person.unknownCommand": { command: string };
  "person.ideaElsewhere": { code: string };
  "person.roleGiven": { role: string; lab: string };
  "person.roleLost": { role: string; lab: string };
  "person.invitationUnknown": Empty;
  "person.invitationExpired": Empty;
  "person.invitationRevoked": Empty;
  "person.invitationUsed": Empty;
  "person.invitationYours": { role: string; lab: string };
  "person.invitationOwn": { role: string };
  "person.invitationForGroup": Empty;
  "person.invitationForPerson": Empty;
  "person.pickLanguage": Empty;
  "person.pickGroupLanguage": Empty;
  "person.languageSet": { language: string };
  "person.groupLanguageSet": { language: string };
};
