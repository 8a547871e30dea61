import type { Update } from "telegraf/types";
import type { App } from "../app.ts";
import { once } from "../once.ts";
import { askerOf } from "./flood.ts";
import { tellSender } from "./tell-sender.ts";

/** Who was told that it goes slowly is not told again for so long, in milliseconds. */
const TOLD = 3_600_000;

/** Tells somebody who sent very much at once, one time, that it is all there and worked off slowly. */
export const slowed = (app: App) => async (update: Update) => {
  const hour = Math.floor(app.clock.now().getTime() / TOLD);
  const key = `slowed:${askerOf(update)}:${hour}`;
  await once(app, { key }, (db, now) => tellSender(db, { update, now, key: "person.slowed" }));
};
