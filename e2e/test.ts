import { type BrowserContext, test as base, type Page } from "@playwright/test";

const opened = new Set<BrowserContext>();

/**
 * Playwright's test, whose pages count as open once their scripts listen: on a slow machine a click that comes
 * before is lost. What a test opens ends with it: a page that is left open holds its stream and is drawn anew beside
 * every later test of the same browser.
 */
export const test = base.extend<{ ended: undefined }, { awake: undefined }>({
  awake: [
    async ({ browser }, use) => {
      const newContext = browser.newContext.bind(browser);
      browser.newContext = async (options) => {
        const context = await newContext(options);
        context.on("page", waitForScripts);
        opened.add(context);
        return context;
      };
      await use(undefined);
    },
    { scope: "worker", auto: true },
  ],
  ended: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for from the pattern
    async ({}, use) => {
      await use(undefined);
      const over = [...opened];
      opened.clear();
      await Promise.all(over.map((context) => context.close()));
    },
    { auto: true },
  ],
});

/** A context that later tests of the same worker use too. */
export function keep(context: BrowserContext): BrowserContext {
  opened.delete(context);
  return context;
}

function waitForScripts(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (url, options) => {
    const answer = await goto(url, options);
    await awake(page);
    return answer;
  };
  page.reload = async (options) => {
    const answer = await reload(options);
    await awake(page);
    return answer;
  };
}

/** Until every control listens, also where a form led on to a whole new page. A page without scripts is as awake as it will be. */
export async function awake(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "__next_f" in window))) return;
  await page.waitForFunction(() =>
    [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea")].every(
      (control) =>
        // An editor draws fields of its own.
        control.closest(".CodeMirror") || Object.keys(control).some((name) => name.startsWith("__reactProps$")),
    ),
  );
  // What listens to the whole window begins to right after.
  await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 2000 })));
}
