import { test } from "../support/chat.ts";
import { endureUpdates } from "../support/generate-facts.ts";
import { tell } from "../support/tell.ts";

const COUNT = 10_000;

test(`${COUNT} generated updates do no harm`, async ({ chat }) => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  tell(`${COUNT} updates from seed ${seed}`); // Before, so that it is known where the bot never comes to rest.
  await endureUpdates(chat, { seed, count: COUNT });
});
