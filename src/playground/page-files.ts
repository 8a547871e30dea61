import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { answerJson } from "./answer.ts";

const folder = new URL("./page/", import.meta.url);
const { resolve } = createRequire(import.meta.url);

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** The page's libraries, as their packages ship them for browsers. */
const vendor: Record<string, string> = {
  "preact.module.js": "preact/dist/preact.mjs",
  "hooks.module.js": "preact/hooks/dist/hooks.mjs",
  "htm.module.js": "htm/dist/htm.module.js",
};

const headersFor = (text: Buffer | string) => ({
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "content-security-policy": `default-src 'self'; script-src 'self'${inlineScripts(text)}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
});

/** The page's own inline scripts, each by its hash; no other may run. */
function inlineScripts(text: Buffer | string) {
  const scripts = String(text).matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map(([, code]) => ` 'sha256-${hash("sha256", code ?? "", "base64")}'`).join("");
}

/** Answers `/` and `/page/…`. */
export async function answerPage(response: ServerResponse, path: string) {
  const name = path === "/" ? "index.html" : path.slice("/page/".length);
  const text = await load(name).catch(() => undefined);
  const type = types[extname(name)];
  if (text === undefined || !type)
    return answerJson(response, 404, { ok: false, error: "there is no such page" });
  response.writeHead(200, { "content-type": type, ...headersFor(text) });
  response.end(text);
}

async function load(name: string): Promise<Buffer | string> {
  const library = /^vendor\/(.+)$/.exec(name)?.[1];
  if (library !== undefined) return loadLibrary(library);
  const file = new URL(name, folder);
  if (!file.href.startsWith(folder.href)) throw new Error("outside of the page's folder");
  return readFile(file);
}

/** A library asks for "preact" by its bare name, which a browser does not know. */
async function loadLibrary(name: string) {
  const wanted = vendor[name];
  if (!wanted) throw new Error("not one of the page's libraries");
  const home = resolve(wanted.split("/")[0] ?? "");
  const root = home.slice(0, home.lastIndexOf("node_modules") + "node_modules/".length);
  const text = await readFile(root + wanted, "utf8");
  return text
    .replaceAll(/from\s*(["'])preact\1/g, 'from"./preact.module.js"')
    .replace(/\n?\/\/# sourceMappingURL=.*$/, "");
}
