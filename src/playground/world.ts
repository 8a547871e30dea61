import type { Clock } from "../clock.ts";
import * as acts from "./acts.ts";
import type { Message } from "./bot-api.ts";
import { type CallView, calls } from "./calls.ts";
import { type ChatView, chats } from "./chat-list.ts";
import { addGroup, type NewGroup } from "./chats.ts";
import { liftAll } from "./faults/armed.ts";
import { isOut } from "./faults/outage.ts";
import { type FaultName, type Given, startFault } from "./faults/table.ts";
import { type Ground, openGround, type WorldEvent } from "./ground.ts";
import { history } from "./history.ts";
import * as membership from "./membership.ts";
import type { MessageView } from "./message-view.ts";
import { meta, setMeta } from "./meta.ts";
import { migrate } from "./migration.ts";
import { addPerson, type NewPerson } from "./people.ts";
import { press } from "./presses.ts";
import { block, start, unblock } from "./private-chat.ts";
import { react } from "./reactions.ts";
import { pendingUpdates } from "./updates.ts";
import { openPresses, type PressAnswer, type Presses } from "./waiting-presses.ts";

export type { CallView } from "./calls.ts";
export type { ChatView } from "./chat-list.ts";
export type { WorldEvent } from "./ground.ts";
export type { MessageView } from "./message-view.ts";

/** Telegram in small, driven by whoever plays its people; a private chat's id is the person's. Acts that cannot be throw. */
export type World = {
  addPerson(person: NewPerson): void;
  addGroup(group: NewGroup): void;
  /** Adds the bot; when it is there already, makes it an admin or takes that away. */
  addBot(chat: number, by: number, asAdmin?: boolean): void;
  removeBot(chat: number, by: number): void;
  join(chat: number, person: number): void;
  leave(chat: number, person: number): void;
  say(person: number, chat: number, text: string, more?: acts.SayMore): Message;
  edit(person: number, chat: number, messageId: number, text: string): void;
  /** Resolves with the bot's answer to the press, or with nothing after 15 s of real time. */
  press(person: number, chat: number, messageId: number, button: string): Promise<PressAnswer>;
  react(person: number, chat: number, messageId: number, emoji: string | null): void;
  start(person: number, payload?: string): Message;
  block(person: number): void;
  unblock(person: number): void;
  chats(person: number): ChatView[];
  /** Oldest first. */
  history(person: number, chat: number): MessageView[];
  /** The last 500 calls of the Bot API, oldest first. */
  calls(): CallView[];
  /** How many updates the bot has not confirmed. */
  pending(): number;
  /** Privacy mode, on at first. Here a change counts at once; at Telegram the bot must be added again. */
  setPrivacy(on: boolean): void;
  /** Arms a fault, or lets it happen; what is returned lifts it. `faults/` says what each does, and to whom. */
  fault<Name extends FaultName>(name: Name, ...given: Given<Name>): () => void;
  /** Makes a supergroup of a group, and returns its id; the fault "migrate", for who needs the id. */
  migrate(chat: number, by?: number): number;
  /** The fault "outage": while cut, the Bot API answers nothing and pushes nothing. */
  cutNetwork(cut: boolean): void;
  on(listener: (event: WorldEvent) => void): () => void;
  meta(key: string): string | undefined;
  setMeta(key: string, value: string): void;
  close(): void;
  /** For the server alone. */
  inside: { ground: Ground; presses: Presses };
};

/** Opens the world that is stored in `file`, or a new one there; ":memory:" for one that is forgotten. */
export function openWorld({ file, clock }: { file: string; clock: Clock }): World {
  const g = openGround(file, clock);
  const presses = openPresses();
  g.onClose(presses.end);

  return {
    addPerson: (person) => addPerson(g, person),
    addGroup: (group) => g.atomically(() => addGroup(g, group)),
    addBot: (chat, by, asAdmin = false) => membership.addBot(g, chat, { by, asAdmin }),
    removeBot: (chat, by) => membership.removeBot(g, chat, by),
    join: (chat, person) => membership.join(g, chat, person),
    leave: (chat, person) => membership.leave(g, chat, person),
    say: (person, chat, text, more) => acts.say(g, person, { chat, text, ...more }),
    edit: (person, chat, message, text) => acts.edit(g, person, { chat, message, text }),
    press: (person, chat, message, button) => press(g, presses, { person, where: { chat, message }, button }),
    react: (person, chat, message, emoji) => react(g, person, { chat, message, emoji }),
    start: (person, payload) => start(g, person, payload),
    block: (person) => block(g, person),
    unblock: (person) => unblock(g, person),
    chats: (person) => chats(g, person),
    history: (person, chat) => history(g, person, chat),
    calls: () => calls(g),
    pending: () => pendingUpdates(g),
    setPrivacy: (on) => setMeta(g, "privacy", on ? "on" : "off"),
    fault: (name, ...[scope]) => startFault(g, name, scope as object | undefined),
    migrate: (chat, by) => migrate(g, { chat, by }),
    cutNetwork: (cut) => cutNetwork(g, cut),
    on: g.on,
    meta: (key) => meta(g, `world ${key}`),
    setMeta: (key, value) => setMeta(g, `world ${key}`, value),
    close: g.close,
    inside: { ground: g, presses },
  };
}

function cutNetwork(g: Ground, cut: boolean) {
  if (!cut) liftAll(g, "outage");
  else if (!isOut(g)) startFault(g, "outage");
}
