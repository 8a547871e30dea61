import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";

type Module = { SchemaEngine: typeof SchemaEngine };

let loading: Promise<Module> | undefined;

/** Prisma's migration engine. It keeps its memory in its module, so it is loaded once in a process. */
export function loadSchemaEngine(): Promise<Module> {
  loading ??= load();
  return loading;
}

/** Loads the engine by hand, since importing WebAssembly makes Node warn about an experiment. */
async function load(): Promise<Module> {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm").replace(/\.js$/, "_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  const { __wbg_set_wasm } = glue as unknown as { __wbg_set_wasm(wasm: WebAssembly.Exports): void };
  __wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();

  return glue;
}
