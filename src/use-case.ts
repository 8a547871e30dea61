import type { z } from "zod";
import type { Db } from "./db.ts";
import type { Chat, Lab, Person } from "./generated/prisma/client.ts";
import type { Role } from "./people/person.ts";
import type { Saying } from "./sayings.ts";

/** Where something happens, when, and the transaction that it runs in. */
export type Place = {
  db: Db;
  now: Date;
  chat: Chat;
  /** The lab that the chat belongs to; in private the one that the person has chosen. */
  lab: Lab | undefined;
  /** The message that this came from: the one that was sent, or the one whose button was pressed. */
  message: { id: number; topicId: number | undefined; rawChatId: number } | undefined;
  bot: { id: number; username: string; readsAll: boolean };
  defaults: { locale: "id" | "en"; zone: string };
  hasModel: boolean;
};

/** A place, and who asks there. `roles` are those that the person has in `lab`; the programme is above all labs. */
export type Scene = Place & { person: Person; roles: readonly Role[]; isProgrammeAdmin: boolean };

/** A scene in a lab, as routes for members and upwards have it. */
export type LabScene = Scene & { lab: Lab };

/** One thing the bot can do. It takes an input, changes the store, and returns what to say; it never sends. */
export type UseCase<Input extends z.ZodType, S extends Place = Scene> = (
  scene: S,
  input: z.output<Input>,
) => Promise<Saying[]>;
