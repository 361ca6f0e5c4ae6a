import type { Page } from "@playwright/test";

const folder = "e2e/screenshots";
const shown = new Set(["overview", "registrations", "members"]);

/** Keeps the pictures that README shows; only `SCREENSHOTS=on` overwrites them, so that a test run leaves the tree clean. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== "on" || !shown.has(name)) return;
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled", caret: "hide" });
}
