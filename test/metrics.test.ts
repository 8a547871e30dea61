import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { describe } from "vitest";
import type { App } from "../src/app.ts";
import { movableClock } from "../src/clock.ts";
import { openDb } from "../src/db.ts";
import { countWith } from "../src/health/count-with.ts";
import { startServer } from "../src/http.ts";
import { openaiLlm } from "../src/llm/openai.ts";
import { openMetrics } from "../src/metrics.ts";
import { openLease } from "../src/outbox/lease.ts";
import { setBlocked, token } from "../src/playground/people.ts";
import { SLOW } from "../src/telegram/flood.ts";
import { test as base, type Chat, expect, FRIDAY, lab, who } from "./support/chat.ts";
import { createDatabase } from "./support/database.ts";
import { figureOf, readFigures } from "./support/exposition.ts";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const http = { host: "127.0.0.1", port: 0 };

type Health = Awaited<ReturnType<typeof serve>>;

/** The pages about health of a bot, as somebody outside reads them. */
async function serve(app: App, pulse: Chat["pulse"] | undefined, metrics = openMetrics({ process: false })) {
  const bot = () => pulse && { take: async () => {}, pulse };
  const { url, close } = await startServer(app, bot, { http, webhook: undefined, metrics });
  const page = async (path: string) => (await fetch(`${url}${path}`)).text();
  return {
    close,
    text: () => page("/metrics"),
    ready: () => page("/readyz"),
    async figure(name: string, labels: Record<string, string> = {}) {
      return figureOf(readFigures(await page("/metrics")), `lumbung_${name}`, labels);
    },
  };
}

/** The bot with its figures counted from its start on. */
const test = base.extend<{ health: Health }>({
  health: async ({ chat }, use) => {
    const metrics = openMetrics({ process: false });
    chat.app.count = metrics.counts;
    await chat.restart();
    const health = await serve(chat.app, chat.pulse, metrics);
    await use(health);
    await health.close();
  },
});

type Name = Parameters<Health["figure"]>;

/** By how much each figure grew during something. */
async function growth(health: Health, names: Name[], happening: () => Promise<unknown>) {
  const all = async () => Promise.all(names.map(async (name) => (await health.figure(...name)) ?? 0));
  const before = await all();
  await happening();
  const after = await all();
  return after.map((value, n) => value - (before[n] ?? 0));
}

/** A store without a bot, where nothing moves by itself. */
const still = base.extend<{ store: Awaited<ReturnType<typeof openStill>> }>({
  store: async ({}, use) => {
    const store = await openStill();
    await use(store);
    await store.close();
  },
});

async function openStill() {
  const database = await createDatabase();
  const log = pino({ level: "silent" });
  const { db, close } = openDb(database.url, log);
  const clock = movableClock(() => Date.parse(FRIDAY), 0, { ticking: false });
  const app: App = { db, llm: undefined, log, clock, defaults: { locale: "id", zone: "Asia/Jayapura" } };
  const lanes = { running: 0, waiting: 0 };
  const flow = { came() {}, failed() {}, silence: () => undefined, trouble: () => undefined };
  const health = await serve(app, () => ({ lanes, delivers: false, flow }));
  const ago = (seconds: number) => new Date(clock.now().getTime() - seconds * 1000);
  return {
    db,
    health,
    lanes,
    ago,
    async update(n: number, data: { lane?: bigint; receivedAt: Date; doneAt?: Date; error?: string }) {
      await db.update.create({ data: { botId: 1n, updateId: n, lane: BigInt(n), payload: {}, ...data } });
    },
    /** Somebody had, or has, the right to deliver until so many seconds from now. */
    async lease(seconds: number) {
      await db.$executeRaw`
        insert into "Lease" (name, holder, until) values ('deliver', 'x', now() + ${seconds} * interval '1 second')
        on conflict (name) do update set until = excluded.until`;
    },
    async close() {
      await health.close();
      await close();
      await database.drop();
    },
  };
}

const sent = (kind: string, outcome = "sent"): Name => ["sends_total", { kind, outcome }];
const called = (method: string, status = "ok"): Name => ["telegram_calls_total", { method, status }];

describe("the figures of what happens", () => {
  test("grow with an idea: it is received, worked off, marked, answered with a card", async ({
    chat,
    health,
  }) => {
    await chat.opens();
    const names: Name[] = [
      ["updates_received_total", { kind: "message" }],
      ["update_duration_seconds_count", { kind: "message" }],
      ["update_lag_seconds_count"],
      sent("message"),
      sent("reaction"),
      called("sendMessage"),
      called("setMessageReaction"),
      ["telegram_call_duration_seconds_count", { method: "sendMessage" }],
    ];
    const grown = await growth(health, names, () => chat.says("ana", "/ide Perahu puskesmas keliling"));
    expect(grown).toEqual(names.map(() => 1));
    expect(await health.figure("delivering")).toBe(1);
    expect(await health.figure("delivery_takeovers_total")).toBe(1);
    expect(await health.figure("telegram_call_duration_seconds_count", { method: "getUpdates" })).toBe(
      undefined,
    );
  });

  test("grow with a vote: a press, and the card drawn anew", async ({ chat, health }) => {
    await chat.opens();
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    const names: Name[] = [
      ["updates_received_total", { kind: "callback_query" }],
      ["update_duration_seconds_count", { kind: "callback_query" }],
      sent("card"),
      called("answerCallbackQuery"),
    ];
    const grown = await growth(health, names, async () => {
      await chat.presses("yosef", "👍");
      await chat.pass(6_000);
    });
    expect(grown).toEqual([1, 1, 1, 1]);
  });

  test("tell that an update came again", async ({ chat, health }) => {
    await chat.opens();
    chat.world.fault("redeliver", { times: 1 });
    const names: Name[] = [["updates_repeated_total"], ["update_duration_seconds_count"]];
    const grown = await growth(health, names, async () => {
      await chat.says("ana", "/ide Perahu puskesmas keliling");
      await chat.says("ana", "/bantuan");
    });
    expect(grown).toEqual([1, 2]);
  });

  test("tell of a person who blocked the bot", async ({ chat, health }) => {
    await chat.opens();
    await chat.starts("ana");
    await chat.is("maria", "mentor");
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    const card = chat.sees("maria", lab).at(-1)?.id ?? 0;
    setBlocked(chat.world.inside.ground, who.ana, true);
    const names = [sent("message", "unreachable"), called("sendMessage", "403")];
    const grown = await growth(health, names, () => chat.says("maria", "Bagus.", { replyTo: card }));
    expect(grown).toEqual([1, 1]);
    expect(await health.figure("outbox_messages", { state: "failed" })).toBe(1);
  });

  test("tell that Telegram asked to wait", async ({ chat, health }) => {
    await chat.opens();
    chat.world.fault("too-many", { method: "sendMessage", times: 2, retryAfter: 3 });
    const names = [sent("message", "held"), called("sendMessage", "429"), sent("message")];
    const grown = await growth(health, names, () => chat.says("ana", "/ide Perahu puskesmas keliling"));
    expect(grown).toEqual([2, 2, 1]);
  });

  test("tell that a message may have arrived or not, and was sent again", async ({ chat, health }) => {
    await chat.opens();
    chat.world.fault("drop-after", { method: "sendMessage", chat: lab, times: 1 });
    const names: Name[] = [
      ["sends_ambiguous_total", { cause: "line" }],
      sent("message", "again"),
      called("sendMessage", "unreachable"),
    ];
    const grown = await growth(health, names, () => chat.says("ana", "/ide Perahu puskesmas keliling"));
    expect(grown).toEqual([1, 1, 1]);
  });

  test("tell what a killed process left in the middle of its sending", async ({ chat, health }) => {
    await chat.opens();
    await chat.app.db.$executeRaw`update "Outbox" set state = 'sending'`;
    const names: Name[] = [["sends_ambiguous_total", { cause: "kill" }]];
    const grown = await growth(health, names, async () => {
      await chat.restart();
      await chat.settle();
    });
    expect(grown).toEqual([1]);
  });

  test("tell of an update that fails three times and is kept", async ({ chat, health }) => {
    const { app } = chat;
    await chat.opens();
    await app.db.$executeRaw`create function poison() returns trigger language plpgsql
      as $$ begin raise exception 'poison'; end $$`;
    await app.db
      .$executeRaw`create trigger poison before insert on "Idea" for each row execute function poison()`;
    const names: Name[] = [
      ["update_failures_total", { kind: "message" }],
      ["updates_given_up_total", { kind: "message" }],
      ["update_duration_seconds_count"],
      ["updates_poison"],
    ];
    const grown = await growth(health, names, async () => {
      chat.world.say(who.ana, lab, "/ide Perahu puskesmas keliling");
      while ((await app.db.update.count({ where: { error: { not: null } } })) === 0) {
        chat.clock.move(300);
        await pause(10);
      }
      await chat.settle();
    });
    expect(grown).toEqual([3, 1, 0, 1]);
  });

  test("tell of jobs, and of those that fail", async ({ chat, health }) => {
    await chat.opens();
    await chat.app.db.$executeRaw`alter table "Summary" rename to "Gone"`;
    const job = (job: string, outcome: string): Name => ["job_runs_total", { job, outcome }];
    const names: Name[] = [
      job("tell-decisions", "done"),
      job("write-summaries", "failed"),
      job("write-summaries", "done"),
      ["job_duration_seconds_count", { job: "write-summaries" }],
    ];
    const [told = 0, failed = 0, written, timed] = await growth(health, names, () => chat.pass(1_000));
    expect(told).toBeGreaterThan(0);
    expect([failed, written, timed]).toEqual([told, 0, told]);
  });

  test("tell of one piece of a job's work that fails", async ({ chat, health }) => {
    await chat.opens();
    const [from, to, askedAt] = [chat.clock.now(), chat.clock.now(), chat.clock.now()];
    const nowhere = { chatId: 1, answerChatId: 1, labId: 999 };
    await chat.app.db.summary.create({ data: { ...nowhere, from, to, askedAt } });
    const names: Name[] = [
      ["job_items_failed_total"],
      ["job_runs_total", { job: "write-summaries", outcome: "done" }],
    ];
    const [items = 0, runs] = await growth(health, names, () => chat.pass(1_000));
    expect(items).toBeGreaterThan(0);
    expect(runs).toBe(items);
  });

  still(
    "tell how often a process became the one that delivers, not how often it said so",
    async ({ store }) => {
      const log = pino({ level: "silent" });
      const open = () => {
        const taken: string[] = [];
        const count = countWith((name) => void taken.push(name));
        return { taken, lease: openLease({ db: store.db, log, count }, "deliver") };
      };
      const [first, second] = [open(), open()];
      await first.lease.take();
      await first.lease.take();
      await second.lease.take();
      expect([first.taken, second.taken]).toEqual([["takeovers"], []]);
      await first.lease.release();
      await second.lease.take();
      expect(second.taken).toEqual(["takeovers"]);
      await second.lease.release();
    },
  );
});

/** A chat completions server that answers each question with the next of these. */
async function fakeModel(...answers: { status: number; body: object }[]) {
  const server = createServer((request, response) => {
    request.resume();
    const { status, body } = answers.shift() ?? { status: 500, body: {} };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { baseURL: `http://127.0.0.1:${port}/v1`, close };
}

const says = (content: string) => ({
  status: 200,
  body: {
    choices: [{ message: { role: "assistant", content } }],
    usage: { prompt_tokens: 120, completion_tokens: 30 },
  },
});

describe("the figures of the model", () => {
  test("tell of each question, what came of it, and the tokens", async ({ chat, health }) => {
    const words = "Kapal puskesmas keliling sering terlambat.";
    const borne = {
      text: "Kapal terlambat.",
      quote: "Kapal puskesmas keliling sering terlambat",
      messages: [1],
    };
    const model = await fakeModel(
      says(JSON.stringify({ points: [borne], questions: [], nextSteps: [] })),
      says("Maaf, tidak."),
      { status: 400, body: { error: { message: words } } },
    );
    chat.app.llm = openaiLlm({ baseURL: model.baseURL, model: "small", count: chat.app.count });
    await chat.opens();
    await chat.app.db.lab.updateMany({ data: { recordsTalk: true, usesModel: true } });
    chat.world.setPrivacy(false);
    await chat.says("ana", words);

    const purpose = "summarize-thread";
    const names: Name[] = [
      ["model_calls_total", { purpose, outcome: "answered" }],
      ["model_calls_total", { purpose, outcome: "shape" }],
      ["model_calls_total", { purpose, outcome: "failed" }],
      ["model_tokens_total", { purpose, direction: "read" }],
      ["model_tokens_total", { purpose, direction: "written" }],
      ["model_call_duration_seconds_count", { purpose }],
    ];
    const ask = async () => {
      await chat.says("yosef", "/ringkas 3 hari");
      await chat.pass(1_000);
    };
    expect(await growth(health, names, ask)).toEqual([1, 0, 0, 120, 30, 1]);
    expect(await growth(health, names, ask)).toEqual([0, 1, 0, 120, 30, 1]);
    expect(await growth(health, names, ask)).toEqual([0, 0, 1, 0, 0, 1]);
    model.close();
  });
});

describe("the figures of what lies in the store", () => {
  still("tell what waits, for how long, and what went wrong", async ({ store }) => {
    const { db, ago, health, update } = store;
    const group = await db.chat.create({ data: { telegramId: -1n, kind: "supergroup", joinedAt: ago(0) } });
    const gone = await db.chat.create({ data: { telegramId: -2n, kind: "group", leftAt: ago(0) } });
    const row = (chatId: number, state: string, dueAt: Date) =>
      db.outbox.create({ data: { chatId, state, dueAt, key: "idea.withdrawn", args: {} } });
    await row(group.id, "queued", ago(90));
    await row(group.id, "queued", ago(30));
    await row(group.id, "queued", ago(-600));
    await row(gone.id, "queued", ago(9_000));
    for (const state of ["sending", "uncertain", "uncertain", "failed", "sent", "cancelled"])
      await row(group.id, state, ago(9_000));
    const post = { chatId: group.id, rawChatId: -1n, about: "idea", aboutId: 1 };
    await db.post.create({ data: { ...post, view: "idea", messageId: 5, staleAt: ago(7) } });
    await db.post.create({ data: { ...post, view: "idea", messageId: 6 } });
    await update(1, { receivedAt: ago(40) });
    await update(2, { receivedAt: ago(20) });
    await update(3, { receivedAt: ago(4_000), lane: SLOW + 1n });
    await update(4, { receivedAt: ago(4_000), doneAt: ago(3_000) });
    await update(5, { receivedAt: ago(4_000), doneAt: ago(3_000), error: "StoreError" });
    await store.lease(3);

    const of = (name: string, label: string) => (value: string) => health.figure(name, { [label]: value });
    const states = ["due", "later", "parked", "sending", "uncertain", "failed"];
    const queue = await Promise.all(states.map(of("outbox_messages", "state")));
    expect(queue).toEqual([2, 1, 1, 1, 2, 1]);
    expect(await Promise.all(["chat", "slow"].map(of("updates_open", "lane")))).toEqual([2, 1]);
    const names = [
      ["outbox_oldest_due_age_seconds", 90],
      ["updates_oldest_age_seconds", 40],
      ["updates_poison", 1],
      ["cards_stale", 1],
      ["cards_oldest_stale_age_seconds", 7],
      ["database_up", 1],
      ["delivery_held", 1],
      ["delivering", 0],
      ["poll_age_seconds", undefined],
    ] as const;
    for (const [name, value] of names) expect([name, await health.figure(name)]).toEqual([name, value]);
  });

  still("are 0 where nothing waits", async ({ store }) => {
    expect(await store.health.figure("updates_oldest_age_seconds")).toBe(0);
    expect(await store.health.figure("outbox_oldest_due_age_seconds")).toBe(0);
    expect(await store.health.figure("delivery_held")).toBe(0);
  });
});

describe("/readyz, as the store has it", () => {
  still("asks that somebody delivers", async ({ store }) => {
    const { health, lease } = store;
    expect(await health.ready()).toContain("no process has delivered messages");
    await lease(-9);
    expect(await health.ready()).toBe("ready\n");
    await lease(-12);
    expect(await health.ready()).toContain("no process has delivered messages for 12 s");
    await lease(4);
    expect(await health.ready()).toBe("ready\n");
  });

  still("asks that updates flow, but for a flood, which waits on purpose", async ({ store }) => {
    const { ago, db, health, lanes, update } = store;
    await store.lease(60);
    await update(1, { receivedAt: ago(3_600), lane: SLOW + 1n });
    await update(2, { receivedAt: ago(3_600), doneAt: ago(3_600), error: "StoreError" });
    await update(3, { receivedAt: ago(240) });
    expect(await health.ready()).toBe("ready\n");
    await update(4, { receivedAt: ago(400) });
    expect(await health.ready()).toContain("one has waited for 6 min");
    lanes.running = 1;
    expect(await health.ready()).toContain("one has waited for 6 min");
    await update(5, { receivedAt: ago(60), doneAt: ago(50) });
    expect(await health.ready()).toBe("ready\n");
    lanes.running = 0;
    expect(await health.ready()).toContain("one has waited for 6 min");
    await db.update.updateMany({ where: { updateId: 4 }, data: { doneAt: ago(0) } });
    expect(await health.ready()).toBe("ready\n");
  });

  test("says so when another instance polls, and recovers when it is gone", async ({ chat, health }) => {
    await chat.opens();
    expect(await health.ready()).toBe("ready\n");
    const other = async () => (await fetch(`${chat.url}/bot${token}/getUpdates?timeout=0`)).json();
    await other();
    while (!(await health.ready()).includes("another instance")) await pause(10);
    chat.clock.move(5_000);
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    expect(await health.ready()).toBe("ready\n");
  });
});

/** Whatever a label of ours may be. */
const labels: Record<string, RegExp> = {
  kind: /^(message|edited_message|callback_query|my_chat_member|message_reaction|other|reaction|edit|card)$/,
  outcome: /^[a-z]+$/,
  status: /^(ok|unreachable|other|\d{3})$/,
  method: /^[a-z][a-zA-Z]+$/,
  job: /^[a-z-]+$/,
  purpose: /^[a-z-]+$/,
  direction: /^(read|written)$/,
  cause: /^(line|kill)$/,
  state: /^[a-z]+$/,
  lane: /^(chat|slow)$/,
  le: /^(\+Inf|[\d.]+)$/,
};

describe("/metrics", () => {
  test("is in Prometheus' format, with the process's own figures, and holds no id, no name, no word", async ({
    chat,
  }) => {
    const metrics = openMetrics();
    chat.app.count = metrics.counts;
    await chat.restart();
    const health = await serve(chat.app, chat.pulse, metrics);
    await chat.opens();
    await chat.starts("ana");
    await chat.is("maria", "mentor");
    await chat.says("ana", "/ide Perahu puskesmas keliling");
    await chat.says("maria", "Bagus sekali.", { replyTo: chat.sees("maria", lab).at(-1)?.id ?? 0 });
    await chat.presses("yosef", "👍");
    chat.world.fault("drop-after", { method: "sendMessage", times: 1 });
    await chat.tells("ana", "/bantuan");
    await chat.pass(6_000);

    const text = await health.text();
    const figures = readFigures(text);
    for (const own of ["process_resident_memory_bytes", "nodejs_eventloop_lag_seconds", "process_open_fds"])
      expect(figures.has(own)).toBe(true);
    for (const [name, { help, samples, type }] of figures) {
      if (!name.startsWith("lumbung_")) continue;
      expect(name).toMatch(type === "counter" ? /_total$/ : /(?<!_total)$/);
      expect(help).toMatch(/^[A-Z].*\.$/);
      for (const sample of samples)
        for (const [label, value] of Object.entries(sample.labels))
          expect(value).toMatch(labels[label] ?? /^$/);
    }
    const secrets = [token, lab, ...Object.values(who), "Ana", "Maria", "Tanimbar", "TNB", "Perahu", "Bagus"];
    for (const secret of secrets) expect(text.match(new RegExp(`[{"=,]${secret}`))).toBeNull();
    expect(text).not.toContain("Perahu");
    await health.close();
  });

  test("counts what is no number as nothing, and breaks for nobody", () => {
    const added: number[] = [];
    const counts = countWith((_name, _labels, amount) => void added.push(amount));
    counts.tokensUsed("summarize-thread", { read: Number.NaN, written: -5 });
    counts.updateDone("message", { ms: Number.NaN, lag: -1_000 });
    expect(added).toEqual([0, 0]);
  });
});

describe("the reader of figures", () => {
  const head = "# HELP a_total Some.\n# TYPE a_total counter\n";
  const bars = "# HELP h Some.\n# TYPE h histogram\n";

  base.for([
    [`${head}a_total{kind="x"} 1\na_total{kind="y \\"z\\" \\\\"} 2\n`, true],
    [`${bars}h_bucket{le="1"} 1\nh_bucket{le="+Inf"} 2\nh_sum 3.5\nh_count 2\n`, true],
    [`${head}a_total 1`, false],
    [`a_total 1\n`, false],
    [`# TYPE a_total counter\na_total 1\n`, false],
    [`${head}b_total 1\n`, false],
    [`${head}a_total -1\n`, false],
    [`${head}a_total one\n`, false],
    [`${head}a_total 1\na_total 1\n`, false],
    [`${head}${head}a_total 1\n`, false],
    [`${head}a_total{kind="x} 1\n`, false],
    [`${head}a_total{kind=x} 1\n`, false],
    [`${head}a_total{1kind="x"} 1\n`, false],
    [`${bars}h_bucket{le="1"} 3\nh_bucket{le="+Inf"} 2\nh_sum 3.5\nh_count 2\n`, false],
    [`${bars}h_bucket{le="1"} 1\nh_sum 3.5\nh_count 1\n`, false],
  ] as const)("of %j says %s", ([text, good]) => {
    if (good) expect(readFigures(text).size).toBe(1);
    else expect(() => readFigures(text)).toThrow();
  });
});
