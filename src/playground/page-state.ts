import { chatView, markRead } from "./chat-list.ts";
import { findChat, isGroup, memberIds } from "./chats.ts";
import { menuOf } from "./commands.ts";
import type { Ground } from "./ground.ts";
import { canRead } from "./history.ts";
import { faultsAt } from "./page-faults.ts";
import { findPerson } from "./people.ts";
import type { Playground } from "./server.ts";

const zone = "Asia/Jayapura";

type Look = { as: number; chat: number | undefined; language: string };

/** Everything that the page shows to one person; looking into a chat reads it. */
export function pageState({ world, clock, cast, progress, ready }: Playground, { as, chat, language }: Look) {
  const g = world.inside.ground;
  const readable = chat !== undefined && canRead(g, as, chat) ? chat : undefined;
  if (readable !== undefined) markRead(g, readable, as);
  const reached = progress?.() ?? [];

  return {
    now: Temporal.Instant.fromEpochMilliseconds(clock.now().getTime()).toString(),
    zone,
    people: cast.map((person) => ({ ...person, unread: unreadOf(world, person.id) })),
    chats: chatsOf(g, world, as),
    faults: faultsAt(g, { as, chat: readable ?? as }),
    ...(readable === undefined
      ? { messages: [], commands: [] }
      : {
          chat: openChat(g, readable, as),
          messages: world.history(as, readable),
          commands: menuOf(g, { chat: readable, person: as, language: language || languageOf(g, as) }),
          ...(ready ? { ready: ready(as, readable) } : {}),
        }),
    progress: reached,
    tour: { steps: ["send", "answer", "decide", "hear"], reached: reached.length },
  };
}

const languageOf = (g: Ground, as: number) => findPerson(g, as)?.user.language_code ?? "";

const unreadOf = (world: Playground["world"], person: number) =>
  world.chats(person).reduce((sum, { unread }) => sum + unread, 0);

/** The private chat stands there before it is opened, since there Start is pressed. */
function chatsOf(g: Ground, world: Playground["world"], as: number) {
  const own = world.chats(as);
  const missing = findPerson(g, as) && !own.some(({ id }) => id === as);
  return missing ? [...own, chatView(g, as, as)] : own;
}

function openChat(g: Ground, chat: number, as: number) {
  const { title, type, movedTo } = chatView(g, chat, as);
  const person = findPerson(g, as);
  const group = findChat(g, chat);
  const members = group && isGroup(group) ? memberIds(g, chat).length : 2;
  const blocked = type === "private" && person?.blocked === true;
  return {
    id: chat,
    title,
    type,
    members,
    canStart: type === "private" && (!person?.opened || blocked),
    blocked,
    ...(movedTo === undefined ? {} : { movedTo }),
  };
}
