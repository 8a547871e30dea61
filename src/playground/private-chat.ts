import { say } from "./acts.ts";
import type { Message } from "./bot-api.ts";
import { chatMember } from "./chat-member.ts";
import { chatOf } from "./chats.ts";
import type { Ground } from "./ground.ts";
import { seconds } from "./messages.ts";
import { bot, personOf, setBlocked, setOpened, userOf } from "./people.ts";
import { queueUpdate } from "./updates.ts";

/** Opens the private chat and presses Start; a payload is what a link brought. */
export function start(g: Ground, person: number, payload?: string): Message {
  if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload))
    throw new Error("a payload has 1 to 64 of A-Z a-z 0-9 _ -");
  return g.atomically(() => {
    if (personOf(g, person).blocked) unblock(g, person);
    setOpened(g, person);
    return say(g, person, { chat: person, text: payload === undefined ? "/start" : `/start ${payload}` });
  });
}

export const block = (g: Ground, person: number) => setBlock(g, person, true);

export const unblock = (g: Ground, person: number) => setBlock(g, person, false);

function setBlock(g: Ground, person: number, blocked: boolean) {
  g.atomically(() => {
    const { opened, blocked: before } = personOf(g, person);
    if (!opened) throw new Error("press Start first");
    if (before === blocked) return;
    setBlocked(g, person, blocked);
    g.emit({ kind: "changed", chat: person });
    const change = {
      chat: chatOf(g, person),
      from: userOf(g, person),
      date: seconds(g),
      old_chat_member: chatMember(g, bot.id, blocked ? "member" : "kicked"),
      new_chat_member: chatMember(g, bot.id, blocked ? "kicked" : "member"),
    };
    queueUpdate(g, "my_chat_member", { lane: `member ${person}`, body: change });
  });
}
