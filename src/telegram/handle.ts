import { Composer, Context } from "telegraf";
import type { UserFromGetMe } from "telegraf/types";
import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { once } from "../once.ts";
import { type Saying, say, toast } from "../sayings.ts";
import type { Scene } from "../use-case.ts";
import { aboutOf } from "./about.ts";
import { answerPress } from "./answer-press.ts";
import type { Api } from "./api.ts";
import type { Handle } from "./lanes.ts";
import type { Raw, Route } from "./route.ts";
import { type Found, sceneOf } from "./scene.ts";

type Match = { route: Route; raw: Raw };

/** Works one update off: which route it fits, who asks where, what the use case says. All in one transaction. */
export function createHandler(
  app: App,
  api: Api,
  { routes, me }: { routes: Route[]; me: UserFromGetMe },
): Handle {
  const matching = matcher(routes);

  return async (id, payload) => {
    const ctx = new Context(payload, api.telegram, me);
    const first = await matching(ctx);
    const facts = first?.route.look ? await first.route.look(api, ctx, first.raw) : {};

    const toasts = await once(app, { update: id }, async (db, now) => {
      ctx.state.about = await aboutOf(db, ctx);
      const found = (await matching(ctx)) ?? (ctx.callbackQuery ? oldButton : undefined);
      const raw = { ...found?.raw, ...facts };
      const scene = found && (await sceneOf(app, { db, now }, { ctx, raw }));
      const sayings = found && scene ? await run(found.route, { scene, raw, ctx }) : [];
      return { origin: { ...scene, pressed: ctx.callbackQuery !== undefined }, sayings };
    });
    if (toasts && ctx.callbackQuery)
      await answerPress(app, api, { query: ctx.callbackQuery, toasts, db: app.db as Db });
  };
}

const oldButton: Match = {
  route: {
    name: "old button",
    match: () => undefined,
    rows: [],
    event: async () => [toast("person.oldButton", {})],
  },
  raw: {},
};

/** The routes as one of telegraf's composers: the first that fits stops the search. */
function matcher(routes: Route[]) {
  const composer = new Composer<Context & { found?: Match }>();
  for (const route of routes) {
    composer.use((ctx, next) => {
      const raw = route.match(ctx);
      if (!raw) return next();
      ctx.found = { route, raw };
      return undefined;
    });
  }
  const middleware = composer.middleware();
  return async (ctx: Context & { found?: Match }): Promise<Match | undefined> => {
    delete ctx.found;
    await middleware(ctx, async () => {});
    return ctx.found;
  };
}

type Asked = { scene: Found; raw: Raw; ctx: Context };

async function run(route: Route, { scene, raw, ctx }: Asked): Promise<Saying[]> {
  if (route.event) return route.event(scene, raw);
  const { person } = scene;
  const pressed = ctx.callbackQuery !== undefined;
  if (!person) return route.quiet ? [] : [say("person.hidden", {})];

  const asker: Scene = { ...scene, person };
  const allowed = route.rows.filter(([who]) => who.fits(asker));
  for (const [, input, useCase] of allowed) {
    const parsed = input.safeParse(raw);
    if (parsed.success) return useCase(asker, parsed.data as never);
  }
  if (route.quiet) return [];
  if (allowed.length > 0) return [pressed ? toast("person.oldButton", {}) : say("person.notUnderstood", {})];
  return refusal(route, asker, pressed);
}

/** Why somebody may not: there is no lab here, or it takes a role. */
function refusal(route: Route, { lab, chat }: Scene, pressed: boolean): Saying[] {
  const inGroup = chat.kind !== "private";
  if (!lab && pressed) return [toast("lab.noneForYou", {}, true)];
  if (!lab) return [inGroup ? say("lab.noneHere", {}) : say("lab.noneForYou", {})];
  const role = route.rows[0]?.[0].is ?? "member";
  return [pressed ? toast("person.needsRole", { role }, true) : say("person.needsRole", { role })];
}
