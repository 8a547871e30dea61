import type { Ground } from "../ground.ts";
import { numberOf } from "../params.ts";
import type { Hooks, Lift, Limit, MetCall, Queued } from "./armed.ts";

/** Where the page's visitor is: whom they play, and the chat that is open. */
export type Place = { as: number; chat: number };

/** Where the page shows a fault: with the bot's calls, with the updates, or with the open chat. */
type Part = "calls" | "updates" | "chat";

/** A fault that is there while it is armed, and leaves no trace. */
export type Rule<Scope> = {
  part: Part;
  hooks(g: Ground, scope: Scope): Hooks;
  /** How the page arms it. */
  here: Scope;
};

/** A fault that happens to a chat, and stays. */
export type Mishap<Scope> = {
  part: Part;
  /** Lets it happen; what is returned makes it good again, where that can be. */
  happen(g: Ground, scope: Scope): Lift;
  /** How the page lets it happen where the visitor is; nothing where it cannot. */
  here(g: Ground, place: Place): Scope | undefined;
  /** Whether it has happened there. */
  happened(g: Ground, place: Place): boolean;
  mend?(g: Ground, place: Place): void;
};

/** Which calls a fault meets: by method, by chat. With no method named, all but polls: one is always under way. */
export type CallScope = Limit & { method?: string | readonly string[]; chat?: number };

/** Which updates a fault meets: by kind, by the chat they are about. */
export type UpdateScope = Limit & { kind?: string; chat?: number };

/** The methods by which the bot speaks. */
export const speaking = [
  "sendMessage",
  "sendPhoto",
  "sendDocument",
  "editMessageText",
  "editMessageCaption",
] as const;

/** Whether a call is in a scope. */
export function isCallIn({ method, chat }: CallScope, { name, params }: MetCall) {
  const named = method === undefined ? name !== "getUpdates" : [method].flat().includes(name);
  return named && (chat === undefined || numberOf(params, "chat_id") === chat);
}

/** Whether an update is in a scope. */
export const isUpdateIn = ({ kind, chat }: UpdateScope, update: Queued) =>
  (kind === undefined || kind === update.kind) && (chat === undefined || update.lane === `chat ${chat}`);
