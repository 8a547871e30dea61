import { defineConfig } from "prisma/config";

// `generate` needs no engine, yet it downloads one unless it is told where one is. Any existing file will do.
// biome-ignore lint/style/noProcessEnv: this is the only way to tell it
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

// biome-ignore lint/style/noDefaultExport: Prisma asks for one
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
