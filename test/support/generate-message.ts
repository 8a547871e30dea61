import type { Content, Message } from "../../src/playground/bot-api.ts";
import { chatOf } from "../../src/playground/chats.ts";
import { withFoundEntities } from "../../src/playground/entities.ts";
import { addMessage } from "../../src/playground/messages.ts";
import { anonymous, bot, setOpened } from "../../src/playground/people.ts";
import { ownOf } from "./generate-own.ts";
import { made } from "./generate-shape.ts";
import type { Stage } from "./generate-stage.ts";
import { input, text } from "./generate-words.ts";
import { shapeOf } from "./wire-shape.ts";

type Loose = Record<string, unknown>;

/** What Telegram calls whoever writes as a channel. */
const channelBot = { id: 136_817_688, is_bot: true, first_name: "Channel", username: "Channel_Bot" };

/** Something that somebody wrote where the bot is, as an update; it is there in the emulator, too. */
export function written(stage: Stage): Loose {
  const { random } = stage;
  const sender = random.pick(stage.people);
  const chat = random.chance(0.4) ? sender.id : random.pick(stage.labs);
  const message = inWorld(stage, { chat, sender: sender.id });
  const more = random.chance(0.15) ? extra(stage) : {};
  const kind = random.chance(0.08) ? "edited_message" : "message";
  const edited = kind === "edited_message" ? { edit_date: message.date } : {};
  return { [kind]: { ...message, ...more, ...as(stage, chat), ...edited } };
}

/** Writes it; what it answers is the bot's, mostly. */
function inWorld(stage: Stage, { chat, sender }: { chat: number; sender: number }): Message {
  const {
    random,
    chat: { world },
  } = stage;
  const g = world.inside.ground;
  const topic = chat < 0 && random.chance(0.2) ? 1 + random.below(5) : undefined;
  if (chat > 0) setOpened(g, chat);
  if (topic) g.run("INSERT OR IGNORE INTO topics (chat, id) VALUES (?, ?)", chat, topic);
  const answered = random.chance(0.35) ? answerable(stage, chat) : undefined;
  const content: Content = {
    ...body(stage, answered !== undefined),
    ...(topic ? { message_thread_id: topic, is_topic_message: true } : {}),
  };
  return addMessage(g, { chat: chatOf(g, chat), sender, content, replyTo: answered });
}

/** A message in the chat that can be answered; mostly one of the bot's that has buttons, or asks. */
function answerable({ random, chat: { world } }: Stage, chat: number): number | undefined {
  const all = world.inside.ground.all<{ id: number; sender: number; asks: number }>(
    "SELECT id, sender, content LIKE '%reply_markup%' AS asks FROM messages WHERE chat = ? ORDER BY id DESC LIMIT 40",
    chat,
  );
  const asked = all.filter(({ sender, asks }) => sender === bot.id && asks);
  const from = asked.length > 0 && random.chance(0.75) ? asked : all;
  return from.length > 0 ? random.pick(from).id : undefined;
}

function body(stage: Stage, isAnswer: boolean): Content {
  const { random } = stage;
  const said = random.chance(isAnswer ? 0.2 : 0.85) ? command(stage) : text(random);
  const caption = random.chance(0.07);
  const words = said.slice(0, caption ? 1024 : 4096);
  const entities = withFoundEntities(words);
  if (!caption) return { text: words, ...(entities.length > 0 ? { entities } : {}) };
  const photo = [{ file_id: "PG", file_unique_id: "PG", width: 1, height: 1, file_size: 70 }];
  return { photo, caption: words, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

function command({ random, codes, commands }: Stage): string {
  const known = random.chance(0.3) ? "ide" : random.pick(commands);
  const name = random.chance(0.95) ? known : random.pick(["tidakada", "IDE", "ide_", "/"]);
  const to = random.chance(0.05) ? "@lain_bot" : random.pick(["", "", `@${bot.username}`]);
  return `/${name}${to}${random.pick([" ", "\n", "  "])}${input(random, codes)}`;
}

/** What else may be in a message: where it comes from, what it is, what it quotes. */
function extra(stage: Stage): Loose {
  const { properties = {} } = shapeOf("Message");
  const kept =
    /^(message_id|from|chat|date|sender_chat|reply_to_message|migrate_.*|is_topic.*|message_thread_id)$/;
  const name = stage.random.pick(Object.keys(properties).filter((each) => !kept.test(each)));
  return {
    [name]: made({ random: stage.random, own: ownOf(stage) }, properties[name] ?? {}, {
      called: name,
      depth: 3,
    }),
  };
}

/** Some write as the group that they run, as a channel, or are bots. */
function as({ random, chat: { world } }: Stage, chat: number): Loose {
  if (chat > 0 || random.chance(0.85)) return {};
  const group = chatOf(world.inside.ground, chat);
  return random.pick<Loose>([
    { from: anonymous, sender_chat: group, author_signature: text(random, 16) },
    { from: channelBot, sender_chat: { id: -1_005_000_000_001, type: "channel", title: text(random, 128) } },
    { from: { id: 777_000, is_bot: false, first_name: "Telegram" }, is_automatic_forward: true },
    { from: { ...channelBot, id: 99 } },
  ]);
}
