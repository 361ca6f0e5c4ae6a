import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { screenshot } from "./screenshot";
import { findPerson, rootHost, rootUrl, signIn } from "./world";

/** Every page, in both themes, wide and on a phone: accessible, inside the policy, quiet, and no wider than the screen. */
const acme = `http://acme-shipping.${rootHost}`;

type Place = { name: string; as?: string; url: string };

const places: Place[] = [
  ...["sign-in", "sign-up", "forgot-password", "join", "request-access"].map((name) => ({
    name,
    url: `${rootUrl}/${name}`,
  })),
  ...["organizations", "organizations/new", "account", "account/security"].map((name) => ({
    name,
    as: "both@berth.example",
    url: `${rootUrl}/${name}`,
  })),
  { name: "organizations-empty", as: "newcomer@berth.example", url: `${rootUrl}/organizations` },
  { name: "overview", as: "owner@acme.example", url: `${acme}/` },
  ...["members", "registrations", "invitations", "api-keys", "audit", "settings"].map((name) => ({
    name,
    as: "owner@acme.example",
    url: `${acme}/${name}`,
  })),
  { name: "registrations-none", as: "owner@acme.example", url: `${acme}/registrations?q=nobody-is-called-so` },
  { name: "forbidden", as: "driver@acme.example", url: `${acme}/audit` },
  { name: "not-found", as: "owner@acme.example", url: `${acme}/no-such-page` },
  ...["console", "console/organizations", "console/users", "console/jobs", "console/mail", "console/audit"].map(
    (name) => ({
      name,
      as: "superadmin@berth.example",
      url: `${rootUrl}/${name}`,
    }),
  ),
];

const themes = ["light", "dark"] as const;
const sizes = { wide: { width: 1360, height: 900 }, phone: { width: 390, height: 844 } } as const;

async function enter(context: BrowserContext, place: Place, theme: string): Promise<void> {
  await context.addCookies([
    { name: "berth_theme", value: theme, url: rootUrl },
    { name: "berth_theme", value: theme, url: acme },
  ]);
  if (place.as) await signIn(context, await findPerson(place.as));
}

/** Collects what a quiet page never says: errors in the console and breaches of the policy. */
function listen(page: Page): string[] {
  const noise: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of (403|404)/.test(message.text())) noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(error.message));
  return noise;
}

for (const place of places) {
  for (const theme of themes) {
    for (const [size, viewport] of Object.entries(sizes)) {
      test(`${place.name}, ${theme}, ${size}`, async ({ context, page }) => {
        await page.setViewportSize(viewport);
        await enter(context, place, theme);
        const noise = listen(page);
        await page.goto(place.url);
        await expect(page.locator("h1").first()).toBeVisible();
        await expect(page.locator("html")).toHaveClass(new RegExp(theme));
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, "wider than the screen").toBeLessThanOrEqual(0);
        expect(noise).toEqual([]);
        if (size === "wide" && theme === "light") await screenshot(page, place.name.replaceAll("/", "-"));
      });
    }
  }
}
