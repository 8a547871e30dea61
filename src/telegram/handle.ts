import { Context } from "telegraf";
import type { UserFromGetMe } from "telegraf/types";
import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { once } from "../once.ts";
import { type Saying, say, toast } from "../sayings.ts";
import type { Scene } from "../use-case.ts";
import { aboutOf } from "./about.ts";
import { answerPress } from "./answer-press.ts";
import type { Api } from "./api.ts";
import { readKnown } from "./known.ts";
import { refuse } from "./refuse.ts";
import type { Raw, Route } from "./route.ts";
import { type Found, sceneOf } from "./scene.ts";
import type { Handle } from "./step.ts";

type Match = { route: Route; raw: Raw };

/** Works one update off: which route it fits, who asks where, what the use case says. All in one transaction. */
export function createHandler(
  app: App,
  api: Api,
  { routes, me }: { routes: Route[]; me: UserFromGetMe },
): Handle {
  return async (id, payload) => {
    const ctx = new Context(payload, api.telegram, me);
    const first = matchOf(routes, ctx);
    const facts = first?.route.look ? await first.route.look(api, ctx, first.raw) : {};
    let asker: Found["person"];

    const read = async (db: Db) => {
      ctx.state.about = await aboutOf(db, ctx);
      const found = ctx.state.about ? matchOf(routes, ctx) : first;
      const match = found ?? (ctx.callbackQuery ? oldButton : undefined);
      const raw = { ...match?.raw, ...facts };
      return { match, raw, known: match && (await readKnown(db, ctx, raw)) };
    };
    const toasts = await once(app, { update: id, read }, async (db, now, { match, raw, known }) => {
      const scene = await sceneOf(app, { db, now }, { ctx, known });
      asker = scene?.person;
      const isNews = scene && !(ctx.myChatMember && isFormer(scene, ctx));
      const sayings = match && isNews ? await run(match.route, { scene, raw, ctx }) : [];
      return { origin: { ...scene, pressed: ctx.callbackQuery !== undefined }, sayings };
    });
    if (toasts && typeof ctx.callbackQuery?.id === "string")
      await answerPress(app, api, { query: ctx.callbackQuery, toasts, locale: asker?.locale });
    return toasts !== undefined;
  };
}

/** Whether it comes from the group that a supergroup was: the bot's place there says nothing any more. */
const isFormer = ({ chat }: Found, ctx: Context) => chat.telegramId !== BigInt(ctx.chat?.id ?? 0);

const oldButton: Match = {
  route: {
    name: "old button",
    match: () => undefined,
    rows: [],
    event: async () => [toast("person.oldButton", {})],
  },
  raw: {},
};

/** The first route that fits, and what its trigger took. */
function matchOf(routes: Route[], ctx: Context): Match | undefined {
  for (const route of routes) {
    const raw = route.match(ctx);
    if (raw) return { route, raw };
  }
  return undefined;
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
  return refuse(route, asker, pressed);
}
