import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { calls } from "../src/playground/calls.ts";
import { ours, spawnBot } from "./bots.ts";
import { type Bench, openBench } from "./ground.ts";
import { figure, type Row } from "./row.ts";

const VOTES = 300;
const MINUTE = 60_000;
/** Calls that Telegram takes for one group in a minute. */
const LIMIT = 20;
const PATIENCE = 60_000;

/** One card while 300 people vote within a minute, in real time, over the emulator. */
export async function benchCard(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-bench-"));
  const ground = await openBench(VOTES + 1);
  const bot = spawnBot(ours, { apiRoot: ground.url, dataDir });
  try {
    return await measureCard(ground);
  } finally {
    bot.kill("SIGTERM");
    await once(bot, "exit");
    await ground.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureCard(ground: Bench): Promise<Row[]> {
  const { world, group, facilitator, people } = ground;
  const [author = 0, ...voters] = people;
  world.addBot(group, facilitator, true);
  await ground.answered(group);
  world.say(author, group, "/ide Antrean puskesmas lewat pesan singkat");
  const card = await until(() => shows(ground, 0));
  const counted = watchGroup(ground);
  for (const [n, voter] of voters.entries()) {
    const next = sleep(MINUTE / VOTES);
    void world.press(voter, group, card.id, "👍");
    if (n < VOTES - 1) await next;
  }
  const from = performance.now();
  await until(() => shows(ground, VOTES));
  return rowsOf(performance.now() - from, counted());
}

/** The card whose button says so many votes. */
const shows = ({ world, facilitator, group }: Bench, votes: number) =>
  world
    .history(facilitator, group)
    .find(({ buttons = [] }) => buttons.flat().some(({ text }) => text === `👍 ${votes}`));

type Counted = { times: number[]; refused: number };

/** Notes when the group was written to from now on, edits included, and what was refused with 429. */
function watchGroup({ world, group }: Bench): () => Counted {
  const counted: Counted = { times: [], refused: 0 };
  let seen = calls(world.inside.ground, 0).at(-1)?.id ?? 0;
  const stop = world.on((event) => {
    if (event.kind !== "call") return;
    for (const { id, method, params, ok, error } of calls(world.inside.ground, seen)) {
      seen = id;
      if (error?.includes("Too Many")) counted.refused++;
      if (ok && /^(send|edit)/.test(method) && Number(params.chat_id) === group)
        counted.times.push(performance.now());
    }
  });
  return () => {
    stop();
    return counted;
  };
}

async function until<T>(found: () => T | undefined): Promise<T> {
  const from = performance.now();
  for (;;) {
    const one = found();
    if (one !== undefined) return one;
    assert(performance.now() - from < PATIENCE, "the group did not see it");
    await sleep(20);
  }
}

function rowsOf(ms: number, { times, refused }: Counted): Row[] {
  const busiest = Math.max(
    ...times.map((at) => times.filter((one) => one > at - MINUTE && one <= at).length),
  );
  return [
    {
      what: `a card after ${VOTES} votes in a minute: from the last vote until it shows all of them`,
      ours: figure(ms / 1000, "s"),
      reach: "≤ 10 s",
    },
    {
      what: "… calls to its group in the busiest minute",
      ours: figure(busiest),
      theirs: `what a group may get: ${LIMIT}; refused with 429: ${refused}`,
      ratio: busiest / LIMIT,
      reach: "≤ 1 ×",
    },
  ];
}
