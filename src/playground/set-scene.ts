import type { MovableClock } from "../clock.ts";
import { type CastKey, cast, group, who } from "./cast.ts";
import { markRead } from "./chat-list.ts";
import { type Stage, settle } from "./settle.ts";
import type { World } from "./world.ts";

/** The scene begins at this hour of a Friday in eastern Indonesia, and is set by 15:00. */
const ZONE = "Asia/Jayapura";
const BEGINS = { hour: 14, minute: 30 };
const ENDS = { hour: 15 };

/** How far ahead of `now` (milliseconds since 1970) the Friday of this week is, 14:30 WIT; in milliseconds. */
export function fridayOffset(now: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE);
  const friday = local.add({ days: 5 - local.dayOfWeek }).withPlainTime(BEGINS);
  return friday.epochMilliseconds - now;
}

const SEED = {
  similar: "/ide Daftar antre di puskesmas pakai WhatsApp, supaya warga tidak menunggu sejak subuh",
  waiting: "/ide Perahu puskesmas keliling untuk pulau-pulau kecil, sebulan sekali",
  anonymous: "/ide Kotak saran di kantor distrik, dibacakan setiap Senin pagi",
  answer: "Sudah ada yang mencobanya di tempat lain. Berapa warga yang antre setiap pagi di puskesmas Anda?",
  second: "Siapa yang membacakan, dan kapan warga mendengar jawabannya?",
};

/** Plays the half hour before the visitor comes: a lab, its team, and three ideas. Done once. */
export async function setScene(stage: Stage) {
  const { world, clock } = stage;
  const say = (person: CastKey, text: string, replyTo?: number) =>
    step(stage, () => world.say(who[person], group.id, text, replyTo ? { replyTo } : {}).message_id);

  await step(stage, () => world.addBot(group.id, who.budi, true));
  for (const person of ["budi", "ana", "yosef", "maria", "bupati"] as const) {
    await step(stage, () => world.start(who[person], door(world)));
  }
  await say("budi", "/tim mentor", await say("maria", "Selamat sore, saya Maria dari LAN."));
  await say("budi", "/tim pimpinan", await say("bupati", "Selamat sore. Saya menunggu ide-ide Anda."));

  await say("yosef", SEED.similar);
  await say("maria", SEED.answer, card(world, "WhatsApp"));
  await say("yosef", SEED.waiting);
  await step(stage, () => world.say(who.ana, who.ana, SEED.anonymous));
  await press(stage, "ana", "Kirim anonim");
  await press(stage, "budi", "Terbitkan");
  await say("maria", SEED.second, card(world, "Kotak saran"));

  clock.move(Math.max(0, threeOClock(clock) - clock.now().getTime()));
  await settle(stage);
  for (const { id } of cast) for (const chat of world.chats(id)) markRead(world.inside.ground, chat.id, id);
  world.setMeta("scene", "set");
}

const threeOClock = (clock: MovableClock) =>
  Temporal.Instant.fromEpochMilliseconds(clock.now().getTime()).toZonedDateTimeISO(ZONE).withPlainTime(ENDS)
    .epochMilliseconds;

/** A step, and a minute of rest, so that Telegram's limits are kept without waiting. */
async function step<T>(stage: Stage, act: () => T): Promise<T> {
  const result = act();
  await settle(stage);
  stage.clock.move(60_000);
  return result;
}

const press = (stage: Stage, person: CastKey, button: string) =>
  step(stage, () => {
    const message = stage.world
      .history(who[person], who[person])
      .findLast(({ buttons }) => buttons?.flat().some(({ text }) => text === button));
    if (message) void stage.world.press(who[person], who[person], message.id, button);
  });

/** What the button "Mulai di sini" in the group opens. */
function door(world: World): string | undefined {
  const links = world
    .history(who.budi, group.id)
    .flatMap(({ buttons }) => buttons?.flat().map(({ url }) => url) ?? []);
  return links.find((url) => url?.includes("?start=g_"))?.split("?start=")[1];
}

const card = (world: World, words: string) =>
  world.history(who.budi, group.id).findLast(({ from, html }) => from.bot && html?.includes(words))?.id;
