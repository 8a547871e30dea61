/** The shapes of the Bot API, as far as the playground speaks it. */
export type User = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

export type Chat = {
  id: number;
  type: "private" | "group" | "supergroup";
  title?: string;
  first_name?: string;
  last_name?: string;
  username?: string;
  is_forum?: true;
};

/** A part of a text; `offset` and `length` are UTF-16 units. */
export type Entity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  user?: User;
  language?: string;
  [more: string]: unknown;
};

export type Button = { text: string; callback_data?: string; url?: string; style?: string };

export type Markup = {
  inline_keyboard?: Button[][];
  keyboard?: { text: string }[][];
  force_reply?: boolean;
  remove_keyboard?: boolean;
  input_field_placeholder?: string;
};

export type PhotoSize = {
  file_id: string;
  file_unique_id: string;
  width: number;
  height: number;
  file_size: number;
};

export type Document = {
  file_id: string;
  file_unique_id: string;
  file_name: string;
  mime_type: string;
  file_size: number;
};

export type Voice = {
  file_id: string;
  file_unique_id: string;
  duration: number;
  mime_type: string;
  file_size: number;
};
export type Audio = Voice & { file_name: string };
/** A round video; how wide it is, in pixels. */
export type VideoNote = Omit<Voice, "mime_type"> & { length: number };
export type Video = Audio & { width: number; height: number };

/** From whom a forwarded message came. A person may hide: then there is only a name. Dates are seconds. */
export type Origin =
  | { type: "user"; date: number; sender_user: User }
  | { type: "hidden_user"; date: number; sender_user_name: string };

/** What a message carries, apart from where, when and by whom. Dates are seconds since 1970. */
export type Content = {
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  photo?: PhotoSize[];
  document?: Document;
  voice?: Voice;
  audio?: Audio;
  video?: Video;
  video_note?: VideoNote;
  /** The messages of an album share it. */
  media_group_id?: string;
  forward_origin?: Origin;
  reply_markup?: Markup;
  edit_date?: number;
  message_thread_id?: number;
  is_topic_message?: true;
  new_chat_members?: User[];
  left_chat_member?: User;
  group_chat_created?: true;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  pinned_message?: Message;
  receiver_user?: User;
  ephemeral_message_id?: number;
};

export type Message = Content & {
  message_id: number;
  from: User;
  chat: Chat;
  /** The group itself, where it speaks instead of a person. */
  sender_chat?: Chat;
  date: number;
  reply_to_message?: Partial<Message> & { message_id: number };
};

export type Update = { update_id: number } & Record<string, unknown>;

export type Status = "creator" | "administrator" | "member" | "left" | "kicked";

export type ChatMember = { status: Status; user: User } & Record<string, unknown>;
