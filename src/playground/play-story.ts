import { type CastKey, cast, group, who } from "./cast.ts";
import type { MessageView } from "./message-view.ts";
import { ready } from "./ready.ts";
import { setScene } from "./set-scene.ts";
import { type Stage, settle } from "./settle.ts";

type Print = (line: string) => void;

/** Plays one idea's way: sent, answered, decided, and the news come back. Prints what each person reads. */
export async function playStory(stage: Stage, print: Print) {
  await setScene(stage);
  const told = new Set<string>();
  const hear = () => tellNews(stage, told, print);
  hear();

  const idea = ready(who.ana, group.id)[0]?.text ?? "";
  await act(stage, print, ["ana", group.id, idea]);
  hear();
  await act(stage, print, ["maria", who.maria, "/antrean"]);
  hear();
  for (let turn = 0; turn < 2; turn++) {
    await act(stage, print, ["maria", who.maria, ready(who.maria, who.maria).at(-1)?.text ?? ""], "reply");
    hear();
  }

  print("\n— Senin, 08.00 WIT —");
  const monday = Date.parse("2026-11-29T23:00:00Z");
  stage.clock.move(monday - stage.clock.now().getTime());
  await settle(stage);
  hear();
  await press(stage, print, ["bupati", "Dukung"]);
  stage.clock.move(11_000);
  await settle(stage);
  hear();
}

type Said = [person: CastKey, chat: number, text: string];

async function act({ ...stage }: Stage, print: Print, [person, chat, text]: Said, how?: "reply") {
  const last = stage.world.history(who[person], chat).findLast(({ from }) => from.bot);
  print(`\n${nameOf(person)} ${place(chat)}: ${text}`);
  stage.world.say(who[person], chat, text, how && last ? { replyTo: last.id } : {});
  await settle(stage);
}

async function press(stage: Stage, print: Print, [person, button]: [CastKey, string]) {
  const found = stage.world
    .history(who[person], who[person])
    .findLast(
      ({ buttons, text, html }) => `${text}${html}`.includes("pesan singkat") && has(buttons, button),
    );
  if (!found) throw new Error(`nobody offers ${button}`);
  print(`\n${nameOf(person)} menekan [${button}]`);
  const pressed = stage.world.press(who[person], who[person], found.id, button);
  await settle(stage);
  const { text } = await pressed;
  if (text) print(`    (${text})`);
}

const has = (buttons: MessageView["buttons"], text: string) =>
  buttons?.flat().some((one) => one.text === text);

/** Prints what is new to somebody, or reads otherwise than before. */
function tellNews({ world }: Stage, told: Set<string>, print: Print) {
  const places = [
    { person: "budi" as CastKey, chat: group.id },
    ...cast.map(({ key, id }) => ({ person: key, chat: id })),
  ];
  for (const { person, chat } of places) {
    for (const message of world
      .history(who[person], chat)
      .filter(({ from, service }) => from.bot && !service)) {
      const words = plain(message);
      const name = `${chat} ${message.id} ${words}`;
      if (told.has(name)) continue;
      told.add(name);
      print(`\n  Lumbung → ${chat === group.id ? group.title : nameOf(person)}`);
      print(words.replace(/^/gm, "    "));
      for (const row of message.buttons ?? []) print(`    ${row.map(({ text }) => `[${text}]`).join(" ")}`);
    }
  }
}

const plain = ({ text, html }: MessageView) =>
  text ??
  (html ?? "")
    .replace(/<br\s*\/?>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: "<", gt: ">", quot: '"' })[name] ?? "&");

const nameOf = (key: CastKey) => cast.find((one) => one.key === key)?.name ?? key;
const place = (chat: number) => (chat === group.id ? "di grup" : "di chat pribadi");
