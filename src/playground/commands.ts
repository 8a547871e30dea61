import { bad } from "./api-error.ts";
import { findStatus } from "./chats.ts";
import type { Ground } from "./ground.ts";

export type Command = { command: string; description: string };

export type Scope = { type: string; chat_id?: number | string; user_id?: number };

type Place = { scope: string; language: string };

const wide = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"];

/** One word for a scope. @throws ApiError when there is no such scope. */
export function scopeKey({ type, chat_id, user_id }: Scope): string {
  if (wide.includes(type)) return type;
  if ((type === "chat" || type === "chat_administrators") && chat_id) return `${type} ${chat_id}`;
  if (type === "chat_member" && chat_id && user_id) return `${type} ${chat_id} ${user_id}`;
  throw bad("can't parse BotCommandScope: unsupported type specified");
}

/** An empty list takes the place's commands away. */
export function setCommands(g: Ground, { scope, language }: Place, commands: Command[]) {
  g.run("DELETE FROM commands WHERE scope = ? AND language = ?", scope, language);
  if (commands.length > 0)
    g.run(
      "INSERT INTO commands (scope, language, commands) VALUES (?, ?, ?)",
      scope,
      language,
      JSON.stringify(commands),
    );
  g.emit({ kind: "changed" });
}

export function commandsAt(g: Ground, { scope, language }: Place): Command[] | undefined {
  const row = g.one<{ commands: string }>(
    "SELECT commands FROM commands WHERE scope = ? AND language = ?",
    scope,
    language,
  );
  return row ? JSON.parse(row.commands) : undefined;
}

/** The menu that a person sees in a chat: the narrowest scope that has one, in their language first. */
export function menuOf(
  g: Ground,
  { chat, person, language }: { chat: number; person: number; language: string },
) {
  for (const scope of scopesOf(g, chat, person)) {
    const found = commandsAt(g, { scope, language }) ?? commandsAt(g, { scope, language: "" });
    if (found) return found;
  }
  return [];
}

function scopesOf(g: Ground, chat: number, person: number) {
  if (chat === person) return [`chat ${chat}`, "all_private_chats", "default"];
  const status = findStatus(g, chat, person);
  const admin = status === "creator" || status === "administrator";
  return [
    `chat_member ${chat} ${person}`,
    ...(admin ? [`chat_administrators ${chat}`] : []),
    `chat ${chat}`,
    ...(admin ? ["all_chat_administrators"] : []),
    "all_group_chats",
    "default",
  ];
}
