import type { Db } from "../db.ts";
import type { Lab } from "../generated/prisma/client.ts";

/** A unit's name is so long at the most. */
export const LETTERS = 80;

/** A unit's name without what people spell differently: capitals, dots, spaces, and what is short for what. */
export const keyOf = (name: string): string => spelledOut(name).replace(/[^\p{L}\p{N}]+/gu, "");

/** What is short for what, written in full. */
export const spelledOut = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\bpkm\b/g, "puskesmas")
    .replace(/\bkec(?:amatan)?\b/g, "kecamatan")
    .replace(/\bkab(?:upaten)?\b/g, "kabupaten")
    .replace(/\bsd ?n\b/g, "sd negeri");

/** The lab's unit of that name; a new one where nobody named it before. */
export async function unitOf(db: Db, { id: labId }: Pick<Lab, "id">, name: string) {
  const where = { labId_key: { labId, key: keyOf(name) } };
  return db.unit.upsert({ where, create: { labId, name, key: keyOf(name) }, update: {} });
}

/** Of a unit of fewer people in a lab, an anonymous idea would tell its author. */
export const CROWD = 5;

type Empty = Record<string, never>;

export type UnitSayings = {
  "profile.shown": { name: string; unit: { name: string }[]; none: Empty[]; lab: string };
  "profile.askName": { name: string };
  "profile.askUnit": { lab: string; units: { id: number; name: string }[] };
  /** A typed one is not known; near ones are. For an idea's unit, or with `idea` 0 for one's own. */
  "profile.unitNear": {
    draft: number;
    idea: number;
    name: string;
    count: number;
    units: { id: number; name: string }[];
  };
  "profile.nameSet": { name: string };
  "profile.unitSet": { unit: string };
  "profile.skipped": Empty;
  "profile.tooLong": Empty;
};
