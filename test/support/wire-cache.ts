import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const TYPES = dirname(here("../../node_modules/@grammyjs/types/package.json"));
/** Whatever changes these may change what is made of them. */
const SOURCES = [
  "./wire-schema.ts",
  "./wire-code.ts",
  ...["@grammyjs/types", "ajv", "ts-json-schema-generator"].map(
    (name) => `../../node_modules/${name}/package.json`,
  ),
];

/** Where the official types lie: as a JSON schema, and as code that checks it. */
export type WireFiles = { schema: string; code: string };

/** Makes both from the official types, unless they were made before. */
export async function prepareWire(): Promise<WireFiles> {
  const hash = createHash("sha256");
  for (const source of SOURCES) hash.update(readFileSync(here(source)));
  const name = join(here("../../node_modules/.cache/lumbung"), `wire-${hash.digest("hex").slice(0, 16)}`);
  const files = { schema: `${name}.json`, code: `${name}.mjs` };
  if (existsSync(files.schema) && existsSync(files.code)) return files;

  const { wireSchema } = await import("./wire-schema.ts");
  const { wireCode } = await import("./wire-code.ts");
  const schema = wireSchema(TYPES);
  mkdirSync(dirname(name), { recursive: true });
  write(files.code, wireCode(schema));
  write(files.schema, JSON.stringify(schema));
  return files;
}

/** Another run at the same moment sees all of it or nothing. */
function write(path: string, text: string) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}
