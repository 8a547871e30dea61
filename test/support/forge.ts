import { group } from "../../src/playground/cast.ts";
import { bot } from "../../src/playground/people.ts";
import { queueUpdate } from "../../src/playground/updates.ts";
import type { Chat } from "./chat.ts";

let last = 9_000_000;

/** A press with whatever data, on a message that may never have had such a button; returns the bot's answer to it. */
export async function forgedPress(
  { world, settle }: Pick<Chat, "world" | "settle">,
  person: number,
  { data, chat = group.id, message = 1 }: { data: string; chat?: number; message?: number },
) {
  const { ground: g, presses } = world.inside;
  const id = String(++last);
  g.run("INSERT INTO presses (id, at, person) VALUES (?, ?, ?)", id, g.clock.now().getTime(), person);
  const where =
    chat > 0
      ? { id: chat, type: "private", first_name: "X" }
      : { id: chat, type: "supergroup", title: group.title };
  const from = { id: person, is_bot: false, first_name: "X" };
  const shown = { message_id: message, date: 1, chat: where, from: bot, text: "TNB-1" };
  const answer = presses.wait(id);
  queueUpdate(g, "callback_query", {
    lane: `person ${person}`,
    body: { id, from, chat_instance: "1", message: shown, data },
  });
  await settle();
  return answer;
}

/** What people have stored, as text; not what the bot keeps for itself, nor when somebody was last seen. */
export async function stored({ app }: Pick<Chat, "app">): Promise<string> {
  const tables = [
    "Idea",
    "Vote",
    "Follow",
    "Feedback",
    "Decision",
    "Invitation",
    "Lab",
    "LabCode",
    "Digest",
    "Draft",
    "Line",
    "Replication",
  ];
  const all: unknown[] = [];
  for (const name of tables)
    all.push(name, await app.db.$queryRawUnsafe(`select t::text from "${name}" t order by 1`));
  const roles = await app.db.$queryRawUnsafe(
    `select "personId", "labId", roles::text from "Membership" where roles <> '{}' order by 1, 2`,
  );
  return JSON.stringify([...all, roles]);
}
