import { token } from "../../src/playground/people.ts";

/** So many transactions are under way at once. */
export const AT_ONCE = 16;

const GROUP = -1_001_000_100_000;
const PERSON = 700_000;
const bot = { id: Number(token.split(":")[0]), is_bot: true, first_name: "Lumbung", username: "lumbung_bot" };

export const botUser = { ...bot, can_read_all_group_messages: true, can_join_groups: true } as never;

/** One kind of update: what client `c` sends as its `i`-th. Every number in it is linear in `c` and `i`. */
export type Kind = { name: string; update(c: number, i: number): object };

export const groupId = (c: number) => GROUP - c;
/** Whoever writes in a group; voters are others. */
export const writer = (c: number) => PERSON + c;
export const voter = (c: number, i: number) => PERSON + AT_ONCE + c + AT_ONCE * i;

const chat = (c: number) => ({ id: groupId(c), type: "supergroup", title: "Lab Beban" });
const person = (id: number) => ({ id, is_bot: false, first_name: "Warga", language_code: "id" });
const message = (c: number, i: number) => ({
  message_id: 1000 + i,
  date: 1_790_000_000,
  chat: chat(c),
  from: person(writer(c)),
});

const press = (c: number, i: number, { by, data }: { by: number; data: string }) => ({
  callback_query: {
    id: String(5_000_000 + c + AT_ONCE * i),
    chat_instance: "1",
    from: person(by),
    message: { message_id: 500, date: 1_790_000_000, chat: chat(c), from: bot, text: "BBA-1" },
    data,
  },
});

/** A reply to the card of the lab's first idea. */
const reply = (c: number, i: number, { by, text }: { by: number; text: string }) => ({
  message: {
    ...{ message_id: 1000 + i, date: 1_790_000_000, chat: chat(c), from: person(by), text },
    reply_to_message: { message_id: 500, date: 1_790_000_000, chat: chat(c), from: bot, text: "BBA-1" },
  },
});

const idea = (c: number) => c + 1;

/** The three that come most often. */
export const hottest: Kind[] = [
  {
    name: "a line",
    update: (c, i) => ({
      message: { ...message(c, i), text: "Antrean di loket terlalu panjang sejak pagi." },
    }),
  },
  { name: "a vote", update: (c, i) => press(c, i, { by: voter(c, i), data: `vote:${idea(c)}` }) },
  {
    name: "an idea",
    update: (c, i) => ({
      message: { ...message(c, i), text: "/ide Antrean puskesmas lewat pesan singkat di pulau" },
    }),
  },
];

/** The rest, of which these are the most common. Whoever votes here is a mentor and a leader too. */
export const others: Kind[] = [
  { name: "a follow", update: (c, i) => press(c, i, { by: voter(c, i), data: `follow:${idea(c)}` }) },
  {
    name: "a comment",
    update: (c, i) => reply(c, i, { by: writer(c), text: "Setuju, mulai dari satu loket dulu." }),
  },
  {
    name: "a mentor's feedback",
    update: (c, i) => reply(c, i, { by: voter(c, i), text: "Coba hitung dulu berapa yang antre." }),
  },
  {
    name: "a leader's decision",
    update: (c, i) => press(c, i, { by: voter(c, i), data: `decide:${idea(c)}:support` }),
  },
  {
    name: "an idea's details",
    update: (c, i) => press(c, i, { by: voter(c, i), data: `details:${idea(c)}` }),
  },
  { name: "/bantuan", update: (c, i) => ({ message: { ...message(c, i), text: "/bantuan" } }) },
  { name: "/semuaide", update: (c, i) => ({ message: { ...message(c, i), text: "/semuaide" } }) },
];
