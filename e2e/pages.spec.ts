import { expect } from "@playwright/test";
import { inspect, listen, setTheme, sizes, windowOf } from "./looking";
import { acme, places } from "./places";
import { screenshot } from "./screenshot";
import { test } from "./test";
import { rootUrl } from "./world";

// Four inspections, and as many browsers as a slow machine has cores.
test.describe.configure({ timeout: 180_000 });

// Recording each step of a run that only looks would take longer than the looking.
test.use({ trace: "off" });

/** Every page, in both themes, wide and on a phone: accessible, inside the policy, quiet, and no wider than the screen. */
for (const place of places) {
  test(`${place.name}, in both themes, wide and on a phone`, async ({ browser }) => {
    const page = await (await windowOf(browser, place.as)).newPage();
    const noise = listen(page);
    await page.setViewportSize(sizes.wide);
    await page.goto(typeof place.url === "string" ? place.url : await place.url());
    await expect(page.locator("h1").first()).toBeVisible();
    await expect(page.locator("html")).toHaveClass("light");
    await screenshot(page, place.name);
    await inspect(page, "wide", [
      { theme: "light", rules: "all" },
      { theme: "dark", rules: "colours" },
    ]);
    await inspect(page, "phone", [
      { theme: "dark", rules: "all" },
      { theme: "light", rules: "colours" },
    ]);
    expect(noise).toEqual([]);
    await page.close();
  });
}

test("a page is drawn by the server in the theme that its cookie asks for", async ({ context, page }) => {
  await setTheme(context, "dark");
  const noise = listen(page);
  for (const url of [`${rootUrl}/sign-in`, `${acme}/no-such-page`]) {
    await page.goto(url);
    await expect(page.locator("html")).toHaveClass("dark");
  }
  expect(noise).toEqual([]);
});
