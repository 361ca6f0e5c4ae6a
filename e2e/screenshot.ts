import type { Page } from "@playwright/test";

const folder = "e2e/screenshots";

/** Keeps a picture for README; only `SCREENSHOTS=on` overwrites them, so that a test run leaves the tree clean. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== "on") return;
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled", caret: "hide" });
}
