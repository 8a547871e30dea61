import { randomInt } from "node:crypto";
import { say, visibleMessage, type Where } from "./acts.ts";
import { bad } from "./api-error.ts";
import type { Button } from "./bot-api.ts";
import { isExpired } from "./faults/expired-press.ts";
import type { Ground } from "./ground.ts";
import type { Stored } from "./messages.ts";
import { personOf } from "./people.ts";
import { queueUpdate } from "./updates.ts";
import type { PressAnswer, Presses } from "./waiting-presses.ts";
import { wireMessage } from "./wire-message.ts";

export type Press = { person: number; where: Where; button: string };

/** A person presses a button, found by its data, its text or a part of its text. */
export async function press(
  g: Ground,
  presses: Presses,
  { person, where, button }: Press,
): Promise<PressAnswer> {
  const stored = visibleMessage(g, person, where);
  const found = findButton(stored, button);
  if (typeof found === "string") {
    say(g, person, { chat: where.chat, text: found });
    return {};
  }
  if (found.url !== undefined) return { url: found.url };
  return presses.wait(queuePress(g, person, { stored, data: found.callback_data ?? "" }));
}

function queuePress(g: Ground, person: number, { stored, data }: { stored: Stored; data: string }) {
  const id = String(randomInt(2 ** 47));
  g.atomically(() => {
    g.run("INSERT INTO presses (id, at, person) VALUES (?, ?, ?)", id, g.clock.now().getTime(), person);
    const body = {
      id,
      from: personOf(g, person).user,
      message: wireMessage(g, stored),
      chat_instance: String(stored.chat),
      data,
    };
    queueUpdate(g, "callback_query", { lane: `person ${person}`, body });
  });
  return id;
}

/** An inline button, or the text of a keyboard's. */
function findButton({ content }: Stored, button: string): Button | string {
  const inline = content.reply_markup?.inline_keyboard?.flat() ?? [];
  const keys = content.reply_markup?.keyboard?.flat().map(({ text }) => text) ?? [];
  const found =
    inline.find((each) => each.callback_data === button) ??
    inline.find((each) => each.text === button) ??
    keys.find((key) => key === button) ??
    inline.find((each) => each.text.includes(button)) ??
    keys.find((key) => key.includes(button));
  if (!found)
    throw new Error(
      `there is no button "${button}"; there is ${[...inline.map((b) => b.text), ...keys].join(" · ")}`,
    );
  return found;
}

/** Marks a press as answered. @throws ApiError when it was answered before or is older than 150 s. */
export function takePress(g: Ground, id: string) {
  const found = g.one<{ at: number; person: number; answered: number }>(
    "SELECT at, person, answered FROM presses WHERE id = ?",
    id,
  );
  const old = !found || found.answered === 1 || isExpired(g, found);
  if (old) throw bad("query is too old and response timeout expired or query ID is invalid");
  g.run("UPDATE presses SET answered = 1 WHERE id = ?", id);
}
