import { messagesIn } from "../../src/playground/messages.ts";
import { bot } from "../../src/playground/people.ts";
import { wireMessage } from "../../src/playground/wire-message.ts";
import type { Stage } from "./generate-stage.ts";
import { text } from "./generate-words.ts";

const garbage = [
  "",
  "0",
  "1",
  "2",
  "7",
  "-1",
  "1.5",
  "2147483648",
  "9".repeat(20),
  "NaN",
  "yes",
  "no",
  "name",
  "id",
  "on",
  "new",
  "👍",
  "../..",
  "null",
  "'",
];

/** Somebody presses a button of the bot's: one that is there, one that was, or none of ours. */
export function pressed(stage: Stage): Record<string, unknown> {
  const {
    random,
    chat: { world, clock },
  } = stage;
  const g = world.inside.ground;
  const person = random.pick(stage.people);
  const place = random.chance(0.3) ? person.id : random.pick(stage.labs);
  const posts = messagesIn(g, place).filter(
    ({ sender, content }) => sender === bot.id && !content.pinned_message,
  );
  const post = posts.length > 0 && random.chance(0.95) ? random.pick(posts) : undefined;
  const buttons = post?.content.reply_markup?.inline_keyboard?.flat() ?? [];
  const real = buttons.flatMap(({ callback_data }) => (callback_data ? [callback_data] : []));
  const id = String(random.below(2 ** 47));
  if (random.chance(0.95))
    g.run(
      "INSERT OR IGNORE INTO presses (id, at, person) VALUES (?, ?, ?)",
      id,
      clock.now().getTime(),
      person.id,
    );

  const message = post && wireMessage(g, post);
  const inaccessible =
    message && random.chance(0.05)
      ? { chat: message.chat, message_id: message.message_id, date: 0 }
      : message;
  return {
    callback_query: {
      id,
      from: person,
      ...(inaccessible ? { message: inaccessible } : { inline_message_id: "AgAAA" }),
      chat_instance: String(place),
      ...(random.chance(0.98)
        ? { data: real.length > 0 && random.chance(0.6) ? random.pick(real) : forged(stage) }
        : { game_short_name: "x" }),
    },
  };
}

/** The name of a route that takes presses, with anything behind it; at most 64 bytes. */
function forged({ random, buttons, commands }: Stage): string {
  const name = random.pick([...buttons, "tap", "tidakada", text(random, 8)]);
  const parts = Array.from({ length: random.below(4) }, () =>
    random.pick(name === "tap" ? commands : garbage),
  );
  const data = [name, ...parts].join(":");
  return Buffer.byteLength(data) <= 64 ? data : data.slice(0, 16);
}
