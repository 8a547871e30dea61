import { bad } from "../api-error.ts";
import { type Command, commandsAt, type Scope, scopeKey, setCommands } from "../commands.ts";
import { jsonOf, type Params, textOf } from "../params.ts";
import type { Method } from "./method.ts";

export const setMyCommands: Method = ({ g }, params) => {
  const commands = jsonOf<Command[]>(params, "commands");
  if (!Array.isArray(commands)) throw bad("can't parse commands: expected an Array");
  if (commands.length > 100) throw bad("BOT_COMMANDS_TOO_MUCH");
  for (const { command, description } of commands.map((one) => one ?? {})) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(String(command))) throw bad("BOT_COMMAND_INVALID");
    if (typeof description !== "string" || description === "" || description.length > 256)
      throw bad("BOT_COMMAND_DESCRIPTION_INVALID");
  }
  setCommands(
    g,
    placeIn(params),
    commands.map((one) => ({ ...one, command: one.command.replace("/", "") })),
  );
  return true;
};

export const deleteMyCommands: Method = ({ g }, params) => {
  setCommands(g, placeIn(params), []);
  return true;
};

export const getMyCommands: Method = ({ g }, params) => commandsAt(g, placeIn(params)) ?? [];

function placeIn(params: Params) {
  const scope = jsonOf<Scope>(params, "scope") ?? { type: "default" };
  const language = textOf(params, "language_code") ?? "";
  if (language !== "" && !/^[a-z]{2}$/.test(language)) throw bad("invalid language code specified");
  return { scope: scopeKey(scope), language };
}
