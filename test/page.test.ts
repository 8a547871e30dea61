import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { type Opened, openPlayground } from "../src/playground/open-playground.ts";
import { createDatabase } from "./support/database.ts";
import { pixel } from "./support/wire-world.ts";

const CHROMIUM = "/usr/bin/chromium";
const OPTIONS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const LONG = 120_000;

const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser) process.stderr.write(`the page's tests are skipped: there is no ${CHROMIUM}\n`);

describe.skipIf(!hasBrowser)("the playground in a browser", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "lumbung-page-"));
  let playground: Opened;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const database = await createDatabase();
    const config = readConfig({ PORT: "0", DATA_DIR: dataDir });
    const log = pino({ level: "silent" });
    playground = await openPlayground({
      config,
      log,
      database: { url: database.url, stop: database.drop },
      source: Date.now,
    });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: OPTIONS.split(" ") });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(playground.url);
    await page.locator("[data-ready=true]").waitFor();
  }, LONG);

  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, LONG);

  const group = -1001000000001;
  const go = async (person: string, chat: number) => {
    await page.getByTestId(`person-${person}`).click();
    await page.getByTestId(`chat-${chat}`).click();
  };
  const message = (text: string | RegExp) =>
    page.locator("[data-testid^=message-]").filter({ hasText: text }).last();
  const sees = (text: string | RegExp) => message(text).waitFor({ timeout: 30_000 });
  const press = (name: string | RegExp) =>
    page.locator("[data-testid^=message-]").getByRole("button", { name }).last().click();

  test(
    "opens in the group, with the idea already in the input",
    async () => {
      await sees("TNB-1");
      expect(await page.getByTestId("input").inputValue()).toBe("/ide Antrean puskesmas lewat pesan singkat");
    },
    LONG,
  );

  test(
    "a member sends the idea, and its card says what it resembles",
    async () => {
      await page.getByTestId("send").click();
      await sees("TNB-4");
      await sees("Mirip: TNB-1");
    },
    LONG,
  );

  test(
    "another member votes, and the card counts it",
    async () => {
      await go("yosef", group);
      await press("👍 0");
      await sees("👍 1");
    },
    LONG,
  );

  test(
    "the mentor finds it in her queue and replies",
    async () => {
      await go("maria", 1003);
      await say("/antrean");
      await reply(/TNB-2 oleh Yosef/, "Bagus, lanjutkan.");
      await reply(/TNB-4 oleh Ana/, "Mulai di satu puskesmas.");
      await sees(/Masukan Anda untuk TNB-4/);
    },
    LONG,
  );

  test(
    "on Monday the leader supports it",
    async () => {
      await page.getByTestId("clock-monday").click();
      await go("bupati", 1004);
      await sees(/Pekan/);
      await message(/TNB-4 · Antrean.*Apa keputusan Anda/s)
        .getByRole("button", { name: "Dukung" })
        .click();
      await sees(/Anda mendukung/);
    },
    LONG,
  );

  test(
    "the author reads both, and the card shows the decision",
    async () => {
      await go("ana", 1001);
      await sees("Mulai di satu puskesmas.");
      await sees(/Ibu Bupati.*mendukung/s);
      await go("ana", group);
      await sees(/Ibu Bupati mendukung/);
      for (const step of ["send", "answer", "decide", "hear"]) {
        await page.locator(`[data-testid=step-${step}][data-done=true]`).waitFor({ timeout: 10_000 });
      }
    },
    LONG,
  );

  test(
    "with the network cut an idea waits, and comes when it is mended",
    async () => {
      await page.getByTestId("fault-outage").click();
      await page.getByTestId("banner").filter({ hasText: "Jaringan bot diputus" }).waitFor();
      await say("/ide Perahu pintar untuk pulau terluar");
      await page.waitForTimeout(1_500);
      expect(await cards(/TNB-5/)).toBe(0);
      await page.getByTestId("banner").getByRole("button", { name: "Sambungkan lagi" }).click();
      await sees(/TNB-5/);
    },
    LONG,
  );

  test(
    "an idea that reaches the bot twice is one idea",
    async () => {
      const part = page.getByTestId("faults-updates");
      await part.locator("summary").click();
      await part.getByTestId("fault-redeliver").click();
      await page.getByTestId("banner").filter({ hasText: "Pesan datang dua kali" }).waitFor();
      await say("/ide Kebun sekolah untuk makan siang");
      await sees(/TNB-6.*Kebun sekolah/s);
      await part.getByTestId("fault-redeliver").click();
      await page.getByTestId("banner").waitFor({ state: "hidden" });
      await say("/ide Tanda arah di puskesmas");
      await sees(/TNB-7.*Tanda arah/s);
      expect(await cards(/TNB-6/)).toBe(1);
    },
    LONG,
  );

  test(
    "a photo with words under it becomes an idea, and is seen again",
    async () => {
      await go("ana", 1001);
      await page.getByTestId("input").fill("Papan antrean di depan loket");
      await page
        .getByTestId("file")
        .setInputFiles({ name: "plano.png", mimeType: "image/png", buffer: pixel });
      await sees(/📎 1 berkas/);
      await press("Jadikan ide");
      await sees(/TNB-8 tersimpan: Papan antrean/);
      await press("Kirim ke grup");
      await say("/start i_TNB-8");
      await press("Lihat berkas");
      await page
        .locator("[data-testid^=message-]", { has: page.locator("img") })
        .filter({ hasText: "TNB-8 ·" })
        .waitFor({ timeout: 30_000 });
      expect(await page.getByTestId("input").inputValue()).toBe("");
    },
    LONG,
  );

  const cards = (text: RegExp) => page.locator("[data-testid^=message-]").filter({ hasText: text }).count();

  async function reply(to: RegExp, text: string) {
    await sees(to);
    await message(to).hover();
    await message(to).getByRole("button", { name: /Balas/ }).click();
    await say(text);
  }

  async function say(text: string) {
    await page.getByTestId("input").fill(text);
    await page.getByTestId("send").click();
  }
});
