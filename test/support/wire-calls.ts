import { group, who } from "../../src/playground/cast.ts";
import { type openWire, pixel, small } from "./wire-world.ts";

type Wire = Awaited<ReturnType<typeof openWire>>;
type Sent = {
  message_id: number;
  ephemeral_message_id: number;
  document: { file_id: string };
  photo: [{ file_id: string }];
};
type Kept = { file_id: string };

const { ana, yosef } = who;
const chat_id = group.id;
const reply_markup = { inline_keyboard: [[{ text: "Setuju", callback_data: "yes" }]] };

/** One call of each method of the emulator, in an order that works; those that end something come last. */
export async function everyCall(wire: Wire): Promise<[method: string, params: object][]> {
  const { mine, photo, document, press, aside, sounds } = await ready(wire);
  const message = { chat_id, message_id: mine };
  const one = { chat_id, receiver_user_id: ana, ephemeral_message_id: aside };
  const text = "<b>Halo</b> tg://user?id=1001 https://example.org #lab @lumbung_bot /ide";
  const commands = [{ command: "ide", description: "Usulkan ide" }];
  const scope = { type: "chat_member", chat_id, user_id: ana };

  return [
    ["getMe", {}],
    [
      "sendMessage",
      { chat_id, text, parse_mode: "HTML", reply_markup, reply_parameters: { message_id: mine } },
    ],
    [
      "sendPhoto",
      { chat_id: ana, photo: photo.photo[0].file_id, caption: "<i>Peta</i>", parse_mode: "HTML" },
    ],
    ["sendDocument", { chat_id: ana, document: document.document.file_id, reply_markup }],
    ["sendVoice", { chat_id: ana, voice: sounds.voice, caption: "Rekaman" }],
    ["sendAudio", { chat_id: ana, audio: sounds.audio }],
    ["sendVideo", { chat_id: ana, video: sounds.video }],
    ["sendVideoNote", { chat_id: ana, video_note: sounds.video_note }],
    ["sendChatAction", { chat_id, action: "typing" }],
    ["editMessageText", { ...message, text: "Halo lagi", reply_markup }],
    ["editMessageReplyMarkup", message],
    ["editMessageCaption", { chat_id: ana, message_id: photo.message_id, caption: "Peta" }],
    ["editEphemeralMessageText", { ...one, text: "Hanya untuk Anda, sungguh" }],
    ["deleteEphemeralMessage", one],
    ["setMessageReaction", { ...message, reaction: [{ type: "emoji", emoji: "👍" }] }],
    ["pinChatMessage", message],
    ["getChat", { chat_id }],
    ["unpinChatMessage", message],
    ["unpinAllChatMessages", { chat_id }],
    ["deleteMessage", message],
    ["answerCallbackQuery", { callback_query_id: press, text: "Tercatat", show_alert: true }],
    ["getFile", { file_id: document.document.file_id }],
    ["getChatMember", { chat_id, user_id: yosef }],
    ["getChatMemberCount", { chat_id }],
    ["getChatAdministrators", { chat_id }],
    ["setMyCommands", { commands, scope, language_code: "id" }],
    ["getMyCommands", { scope, language_code: "id" }],
    ["deleteMyCommands", { scope, language_code: "id" }],
    ...profile("Name", "name"),
    ...profile("Description", "description"),
    ...profile("ShortDescription", "short_description"),
    ["getUpdates", { limit: 100, allowed_updates: ["message"] }],
    [
      "setWebhook",
      { url: "http://127.0.0.1:9/", secret_token: "s", allowed_updates: ["message"], max_connections: 5 },
    ],
    ["getWebhookInfo", {}],
    ["deleteWebhook", { drop_pending_updates: true }],
    ["leaveChat", { chat_id: small.id }],
  ];
}

const profile = (name: string, parameter: string): [string, object][] => [
  [`setMy${name}`, { [parameter]: "Lumbung", language_code: "id" }],
  [`getMy${name}`, { language_code: "id" }],
];

/** What calls are about: messages of the bot, files, a press that waits. */
async function ready({ world, call, upload }: Wire) {
  world.start(ana);
  const { message_id: mine } = await call<Sent>("sendMessage", { chat_id, text: "Halo", reply_markup });
  const ephemeral_message_parameters = { receiver_user_id: ana };
  const aside = await call<Sent>("sendMessage", {
    chat_id,
    text: "Untuk Anda",
    ephemeral_message_parameters,
  });
  void world.press(ana, chat_id, mine, "Setuju");
  const sent = (kind: "voice" | "audio" | "video" | "video_note") => {
    const message = world.say(ana, ana, "", { file: { kind, bytes: pixel, seconds: 3 } });
    return (message[kind] as Kept).file_id;
  };
  const sounds = {
    voice: sent("voice"),
    audio: sent("audio"),
    video: sent("video"),
    video_note: sent("video_note"),
  };
  const updates = await call<{ callback_query?: { id: string } }[]>("getUpdates");

  return {
    mine,
    sounds,
    aside: aside.ephemeral_message_id,
    press: updates.find(({ callback_query }) => callback_query)?.callback_query?.id,
    photo: await upload<Sent>("sendPhoto", ana),
    document: await upload<Sent>("sendDocument", ana),
  };
}
