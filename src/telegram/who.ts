import type { Role } from "../people/person.ts";
import type { Scene } from "../use-case.ts";

/** Who may do something, and what to call them in a refusal. */
export type Who = {
  is: "anyone" | "member" | "newcomer" | "programmeAdmin" | Role;
  fits(scene: Scene): boolean;
};

const withRole = (...allowed: [Role, ...Role[]]): Who => ({
  is: allowed[0],
  fits: ({ lab, roles }) => lab !== undefined && allowed.some((role) => roles.includes(role)),
});

/** Everybody, in a lab or not. */
export const anyone: Who = { is: "anyone", fits: () => true };
/** Everybody in the lab. */
export const member: Who = { is: "member", fits: ({ lab }) => lab !== undefined };
/** Somebody who belongs to no lab yet. */
export const newcomer: Who = { is: "newcomer", fits: ({ lab }) => lab === undefined };
export const mentor = withRole("mentor");
export const leader = withRole("leader");
export const facilitator = withRole("facilitator");
export const leaderOrFacilitator = withRole("leader", "facilitator");
export const mentorOrFacilitator = withRole("mentor", "facilitator");
export const mentorOrLeader = withRole("mentor", "leader");

/** Somebody whom the installation names as an admin of the whole programme, in a lab or not. */
export const programmeAdmin: Who = {
  is: "programmeAdmin",
  fits: ({ isProgrammeAdmin }) => isProgrammeAdmin,
};

/** The same person, but only in a private chat. */
export const privately = ({ is, fits }: Who): Who => ({
  is,
  fits: (scene) => scene.chat.kind === "private" && fits(scene),
});

/** The same person, but only in a group. */
export const inGroup = ({ is, fits }: Who): Who => ({
  is,
  fits: (scene) => scene.chat.kind !== "private" && fits(scene),
});
