// biome-ignore lint/style/noRestrictedImports: a peer keeps its ideas as its users do
import pg from "pg";

const { BOT_TOKEN = "", TELEGRAM_API_ROOT = "", DATABASE_URL = "" } = process.env;

export const token = BOT_TOKEN;
export const apiRoot = TELEGRAM_API_ROOT;

const pool = new pg.Pool({ connectionString: DATABASE_URL });

type Idea = { chat: number; author: number | undefined; text: string };

/** Stores an idea. */
export const keep = ({ chat, author, text }: Idea) =>
  pool.query("insert into idea (chat_id, author_id, text) values ($1, $2, $3)", [chat, author, text]);

/** What is answered to an idea, and to a door. */
export const noted = "Gagasan dicatat.";
export const welcome = "Selamat datang.";
