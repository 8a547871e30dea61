import { join } from "node:path";
import type { App } from "./app.ts";
import { createDeliverer } from "./outbox/deliver.ts";
import { openLease } from "./outbox/lease.ts";
import { startSchedule } from "./schedule.ts";
import { type Api, createApi } from "./telegram/api.ts";
import { type Flow, watchFlow } from "./telegram/flow.ts";
import { giveUp } from "./telegram/give-up.ts";
import { createHandler } from "./telegram/handle.ts";
import { createIntake, type Intake } from "./telegram/intake.ts";
import { createLanes, type Lanes } from "./telegram/lanes.ts";
import { type Me, meet } from "./telegram/meet.ts";
import { setMenus } from "./telegram/menus.ts";
import { type Hearing, poll } from "./telegram/poll.ts";
import { routes as table } from "./telegram/routes.ts";
import { createMouth } from "./telegram/send.ts";
import { slowed } from "./telegram/slowed.ts";
import { registerWebhook, type Webhook } from "./telegram/webhook.ts";

export type BotOptions = {
  telegram: { token: string; apiRoot?: string | undefined; proxy?: string | undefined };
  webhook?: Webhook | undefined;
  /** Where copies of files are kept; without it there are none. */
  dataDir?: string | undefined;
  /** Whether cron wakes the jobs; otherwise only `moved` does. */
  ticking?: boolean;
};

/** The bot while it lives. */
export type Bot = {
  me: Me;
  /** Takes a batch of updates that came by webhook; when it resolves they are stored. */
  take(updates: Parameters<Intake>[0]): Promise<void>;
  /** The clock was moved: jobs look, and the outbox. */
  moved(): Promise<void>;
  /** Whether nothing is under way in this process. */
  idle(): boolean;
  pulse(): Pulse;
  /** Rejects when polling ended for good: the token is wrong, or another instance runs. */
  failed: Promise<never>;
  stop(): Promise<void>;
};

/** How the bot is in this process, at this moment. */
export type Pulse = {
  lanes: ReturnType<Lanes["depth"]>;
  /** Whether it is this process that delivers. */
  delivers: boolean;
  flow: Flow;
};

/** Starts all that the bot does: intake, lanes, delivery, schedule. Resolves once it knows who it is. */
export async function startBot(app: App, options: BotOptions): Promise<Bot> {
  const { telegram, webhook, dataDir, ticking = true } = options;
  const api = createApi(telegram, app.count);
  if (dataDir) app.files = { dir: join(dataDir, "files"), fetch: api.download }; // Only the bot knows the way to them.
  const ending = new AbortController();
  const { signal } = ending;
  const me = await meet(app, api, signal);
  const routes = table(app);

  const lease = openLease(app, "deliver");
  const deliverer = createDeliverer(app, createMouth(app, api, { bot: me, routes }), lease);
  const handle = createHandler(app, api, { routes, me });
  const lanes = createLanes(app, {
    handle: (id, payload) => handle(id, payload).finally(deliverer.wake),
    giveUp: giveUp(app),
    slowed: slowed(app),
  });
  const intake = createIntake(app, me.id);
  const schedule = startSchedule(app, deliverer.wake, { bot: me, ticking });
  const flow = watchFlow({ polls: webhook === undefined });

  await lease.take();
  await lanes.sweep();
  const sweeping = setInterval(() => void lanes.sweep().catch(() => {}), SWEEP);
  const delivering = deliverer.run(signal);
  const failed = hear(app, api, { intake, arrived: lanes.wake, flow, signal, webhook });
  await setMenus(api.call, routes).catch((err: unknown) => app.log.warn({ err }, "menus not set"));

  return {
    me,
    failed,
    take: async (updates) => lanes.wake(await intake(updates)),
    idle: () => lanes.idle() && !deliverer.busy(),
    pulse: () => ({ lanes: lanes.depth(), delivers: lease.token() !== undefined, flow }),
    async moved() {
      await schedule.runAll();
      deliverer.wake();
    },
    async stop() {
      clearInterval(sweeping);
      ending.abort();
      await Promise.all([lanes.stop(), schedule.stop(), delivering]);
      await lease.release();
    },
  };
}

/** How often another process's leftovers are looked for, in milliseconds. */
const SWEEP = 2_000;

/** By webhook where there is one, else by polling. Settles only when it failed for good. */
function hear(
  app: App,
  api: Api,
  { webhook, ...hearing }: Hearing & { webhook: Webhook | undefined },
): Promise<never> {
  return new Promise((_, reject) => {
    const under = webhook ? registerWebhook(api.call, webhook) : unregisterAndPoll(app, api, hearing);
    under.catch(reject);
  });
}

async function unregisterAndPoll(app: App, api: Api, hearing: Hearing) {
  await api.call("deleteWebhook").catch((err: unknown) => app.log.warn({ err }, "webhook not removed"));
  await poll(app, api, hearing);
}
