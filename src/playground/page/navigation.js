import { getState } from "./api.js";
import { GROUP, personOf, STEPS } from "./cast.js";
import { offerFirstIdea } from "./first-idea.js";
import { toast } from "./notices.js";
import { load } from "./refresh.js";
import { store } from "./store.js";
import { text } from "./texts.js";

/** The newest wish to go somewhere; older ones that are still under way give up. */
let wish = 0;

/**
 * Shows a chat as a person. What is unread is asked before the chat is opened, since opening it marks it as read.
 * @param {number} as
 * @param {number | ((world: import("./api.js").State) => number)} where a chat, or how to choose one
 * @param {number} [message] to scroll to
 */
export async function open(as, where, message) {
  const mine = ++wish;
  const { data, lang } = store.get();
  const world = data?.as === as ? data : await getState({ as, lang }).catch(() => undefined);
  if (mine !== wish) return;
  if (!world) return store.set({ online: false });

  const chat = typeof where === "number" ? where : where(world);
  const unread = world.chats.find((line) => line.id === chat)?.unread ?? 0;
  const same = store.get().as === as && store.get().chat === chat;
  store.set({ as, chat, flash: message, ...(same ? {} : fresh(unread)) });
  history.replaceState(undefined, "", `#as=${as}&chat=${chat}`);
  await load();
}

/** @param {number} unread */
const fresh = (unread) => ({
  unread,
  divider: undefined,
  reply: undefined,
  editing: undefined,
  sendError: undefined,
});

/** Becomes somebody: shows what is unread there, else the group that was open, else the private chat. @param {number} as */
export function become(as) {
  const before = store.get().chat;
  return open(as, ({ chats }) => {
    const unread = chats.filter((line) => line.unread > 0).sort((a, b) => timeOf(b) - timeOf(a));
    return (unread[0] ?? chats.find((line) => line.id === before) ?? chats[0])?.id ?? as;
  });
}

/** @param {import("./api.js").ChatLine} line */
const timeOf = (line) => Date.parse(line.last?.date ?? "") || 0;

/** Takes one to the person and the chat of a step of the tour. @param {string} step */
export async function goToStep(step) {
  const { data } = store.get();
  const found = STEPS.find((one) => one.step === step);
  const person = data && found && personOf(data, found.key);
  if (!person) return;
  store.set({ drawerOpen: false });
  await open(person.id, found.where === "private" ? person.id : groupIn);
  offerFirstIdea();
}

/** The person's first group, that is the sample's own. @param {import("./api.js").State} world */
const groupIn = ({ chats, people }) =>
  (chats.find((line) => line.id === GROUP) ?? chats.find((line) => line.type === "group"))?.id ??
  people[0]?.id ??
  0;

/** Follows a link to a message, where the person may read it. @param {number} chat @param {number} message */
export async function jump(chat, message) {
  const { as, data } = store.get();
  if (!data?.chats.some((line) => line.id === chat)) {
    const name = data?.people.find((person) => person.id === as)?.name ?? "";
    return toast(text("chat.notMember", { name }));
  }
  await open(as, chat, message);
  if (!store.get().data?.messages.some((one) => one.id === message)) toast(text("chat.gone"));
}
