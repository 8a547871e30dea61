import type { Context } from "telegraf";
import type { z } from "zod";
import type { Saying } from "../sayings.ts";
import type { Place, Scene, UseCase } from "../use-case.ts";
import type { Api } from "./api.ts";
import type { Who } from "./who.ts";

/** What a trigger took out of an update, for the rows' inputs to read. */
export type Raw = Record<string, unknown>;

/** What is asked of Telegram before the transaction begins; joins what the trigger took. */
export type Look = (api: Api, ctx: Context, raw: Raw) => Promise<Raw>;

/** One reader: who may, what it takes, what it does. */
export type Row = readonly [
  who: Who,
  input: z.ZodType,
  run: (scene: Scene, input: never) => Promise<Saying[]>,
];

/** What happened to a chat, rather than what a person asked for: nobody's rights matter. */
export type Event = (place: Place & { person: Scene["person"] | undefined }, raw: Raw) => Promise<Saying[]>;

/** A command in Telegram's menus: where it is offered, and to whom (those who may use it). */
export type Menu = { name: string; aliases: string[]; where: ("group" | "private")[] };

/** A trigger, and its rows: the first whose person and input fit wins. */
export type Route = {
  name: string;
  match(ctx: Context): Raw | undefined;
  rows: readonly Row[];
  look?: Look | undefined;
  event?: Event;
  menu?: Menu;
  /** Whether it stays silent to those who may not, or whose input fits nothing. */
  quiet?: boolean;
};

/** A row of the table; the input's type and the use case's are held together by the compiler. */
export const row = <I extends z.ZodType, S extends Scene>(who: Who, input: I, run: UseCase<I, S>): Row => [
  who,
  input,
  run as unknown as Row[2],
];
