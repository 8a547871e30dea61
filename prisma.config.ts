import { defineConfig } from "prisma/config";

// `generate` needs no engine, yet it downloads one unless it is told where one is. Any existing file will do.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
