import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { acme } from "./places";
import { keep } from "./test";
import { findPerson, rootUrl, signIn } from "./world";

export const sizes = { wide: { width: 1360, height: 900 }, phone: { width: 390, height: 844 } } as const;
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Rules whose answer hangs on colours; all others answer alike in both themes. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** One browser window for each person and worker: they sign in once, and their browser keeps the scripts. */
const windows = new Map<string, Promise<BrowserContext>>();

export function windowOf(browser: Browser, as: string | undefined): Promise<BrowserContext> {
  const open = windows.get(as ?? "") ?? openWindow(browser, as);
  windows.set(as ?? "", open);
  return open;
}

async function openWindow(browser: Browser, as: string | undefined): Promise<BrowserContext> {
  const context = keep(await browser.newContext());
  await setTheme(context, "light");
  if (as) await signIn(context, await findPerson(as));
  return context;
}

export async function setTheme(context: BrowserContext, theme: string): Promise<void> {
  await context.addCookies([rootUrl, acme].map((url) => ({ name: "berth_theme", value: theme, url })));
}

/** Collects what a quiet page never says: errors in the console and breaches of the policy. */
export function listen(page: Page): string[] {
  const noise: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of (403|404)/.test(message.text())) noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(error.message));
  return noise;
}

/** As the theme's cookie would have it drawn: the class on the document is all that differs. */
async function wear(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.evaluate(async (name) => {
    document.documentElement.classList.remove("light", "dark");
    document.documentElement.classList.add(name);
    // Neither what goes on for ever nor what follows somebody's scrolling ends by itself.
    const ending = document
      .getAnimations()
      .filter(({ timeline, effect }) => timeline === document.timeline && effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }, theme);
}

type Look = { theme: "light" | "dark"; rules: "all" | "colours" };

export async function inspect(page: Page, size: keyof typeof sizes, looks: Look[]): Promise<void> {
  await page.setViewportSize(sizes[size]);
  for (const { theme, rules } of looks) {
    await wear(page, theme);
    // No frames here, so no second page is needed to put results together.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
    const { violations } = await (rules === "all" ? axe.withTags(tags) : axe.withRules(colourRules)).analyze();
    const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
    expect.soft(faults, `${theme}, ${size}`).toEqual([]);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `wider than the screen, ${size}`).toBeLessThanOrEqual(0);
}
