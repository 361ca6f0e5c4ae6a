import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { encodeId } from "@/lib/ids";
import { screenshot } from "./screenshot";
import { test } from "./test";
import { findPerson, guard, rootHost, rootUrl, signIn } from "./world";

/** Every page, in both themes, wide and on a phone: accessible, inside the policy, quiet, and no wider than the screen. */
const acme = `http://acme-shipping.${rootHost}`;

/** A page, seen by somebody or by a visitor; its address may hang on what the database holds. */
type Place = { name: string; as?: string; url: string | (() => Promise<string>) };

const owner = "owner@acme.example";
const superAdmin = "superadmin@berth.example";

const places: Place[] = [
  ...[
    "sign-in",
    "sign-up",
    "sign-up/sent",
    "forgot-password",
    "forgot-password/sent",
    "reset-password",
    "verify",
    "activate",
    "join",
    "join/ABCDE-12345",
    "request-access",
    "request-access?organization=acme-shipping",
    "request-access/sent",
    "no-such-page",
    "docs",
    "docs/errors",
    "docs/webhooks",
    "docs/reference",
    "docs/reference/organization",
    "docs/search?q=retry",
  ].map((name) => ({ name, url: `${rootUrl}/${name}` })),
  { name: "docs/quick-start", as: "both@berth.example", url: `${rootUrl}/docs/quick-start` },
  ...[
    "organizations",
    "organizations/new",
    "account",
    "account/security",
    "account/security/authenticator",
    "confirm?to=/account",
  ].map((name) => ({
    name,
    as: "both@berth.example",
    url: `${rootUrl}/${name}`,
  })),
  { name: "account/security/check", as: owner, url: `${rootUrl}/account/security/check` },
  { name: "inbox", as: "both@berth.example", url: `${rootUrl}/notifications` },
  { name: "inbox-archived", as: "both@berth.example", url: `${rootUrl}/notifications?show=archived` },
  { name: "graphiql-root", as: owner, url: `${rootUrl}/graphiql` },
  { name: "organizations-empty", as: "newcomer@berth.example", url: `${rootUrl}/organizations` },
  { name: "overview", as: owner, url: `${acme}/` },
  ...[
    "members",
    "members?status=suspended",
    "registrations",
    "registrations?state=approved",
    "registrations?state=rejected",
    "invitations",
    "invitations?view=history",
    "roles",
    "roles/dispatcher",
    "roles/new",
    "graphiql",
    "access?permission=orders.view",
    "api-keys",
    "api-keys?view=ended",
    "events",
    "logs",
    "usage",
    "webhooks",
    "audit",
    "audit?q=record:member+-action:created",
    "activity",
    "notifications",
    "notifications?show=archived",
    "notifications/preferences",
    "shipments",
    "shipments?status=exception",
    "shipments/new",
    "orders",
    "orders/new",
    "customers",
    "branches",
    "branches/new",
    "group",
    "group/people",
    "products",
    "templates",
    "carrier-connections/new",
    "settings",
    "settings/look",
    "settings/requests",
    "settings/preferences",
    "settings/security",
    "settings/shipping",
    "settings/plan",
    "settings/history",
    "settings/address",
    "settings/ownership",
    "settings/delete",
    "confirm?to=/members",
  ].map((name) => ({ name, as: owner, url: `${acme}/${name}` })),
  { name: "registrations-none", as: owner, url: `${acme}/registrations?q=nobody-is-called-so` },
  { name: "member", as: owner, url: async () => `${acme}/members/${encodeId("mem", await idOf("memberships"))}` },
  {
    name: "registration",
    as: owner,
    url: async () => `${acme}/registrations?open=${encodeId("reg", await idOf("registration_requests"))}`,
  },
  { name: "shipment", as: owner, url: async () => `${acme}/shipments/${encodeId("shp", await idOf("shipments"))}` },
  {
    name: "order-beside",
    as: owner,
    url: async () => `${acme}/orders?open=${encodeId("ord", await idOf("orders", true))}`,
  },
  { name: "order", as: owner, url: async () => `${acme}/orders/${encodeId("ord", await idOf("orders"))}` },
  { name: "branch", as: owner, url: async () => `${acme}/branches/${encodeId("brn", await idOf("branches"))}` },
  {
    name: "branch-edit",
    as: owner,
    url: async () => `${acme}/branches/${encodeId("brn", await idOf("branches"))}/edit`,
  },
  {
    name: "order-edit",
    as: owner,
    url: async () => `${acme}/orders/${encodeId("ord", await idOf("orders", true))}/edit`,
  },
  {
    name: "member-access",
    as: owner,
    url: async () => `${acme}/members/${encodeId("mem", await idOf("memberships"))}/access?permission=audit.view`,
  },
  {
    name: "record-access",
    as: owner,
    url: async () => `${acme}/access/records/${encodeId("ord", await idOf("orders"))}`,
  },
  {
    name: "audit-entry",
    as: owner,
    url: async () => `${acme}/audit?entry=${await newestEntry()}`,
  },
  {
    name: "webhook",
    as: owner,
    url: async () => `${acme}/webhooks/${await firstWebhook()}`,
  },
  { name: "member-missing", as: owner, url: `${acme}/members/mem_01h2xcejqtf2nbrexx3vqjhp41` },
  { name: "overview-driver", as: "driver@acme.example", url: `${acme}/` },
  { name: "forbidden", as: "driver@acme.example", url: `${acme}/audit` },
  { name: "not-found", as: owner, url: `${acme}/no-such-page` },
  { name: "not-found-console", as: superAdmin, url: `${rootUrl}/console/no-such/page` },
  ...[
    "console",
    "console/organizations",
    "console/organizations/new",
    "console/plans",
    "console/plans/new",
    "console/plans/team",
    "console/usage",
    "console/users",
    "console/servers",
    "console/terms",
    "console/support",
    "console/jobs",
    "console/mail",
    "console/webhooks",
    "console/audit",
    "console/audit/organizations",
  ].map((name) => ({ name, as: superAdmin, url: `${rootUrl}/${name}` })),
  { name: "console-organization", as: superAdmin, url: async () => organizationInConsole("") },
  { name: "console-visit", as: superAdmin, url: async () => organizationInConsole("/visit") },
  {
    name: "console-user",
    as: superAdmin,
    url: async () => `${rootUrl}/console/users/${encodeId("usr", (await findPerson(owner)).userId)}`,
  },
  {
    name: "console-member",
    as: superAdmin,
    url: async () => organizationInConsole(`/members/${encodeId("mem", await idOf("memberships"))}`),
  },
];

async function newestEntry(): Promise<string> {
  const [row] = await guard()<{ id: string }[]>`
    select max(e.id)::text as id from audit.entries e join public.organizations o on o.id = e.organization_id
    where o.slug = 'acme-shipping'`;
  return row?.id ?? "";
}

async function firstWebhook(): Promise<string> {
  const [row] = await guard()<{ id: string }[]>`
    select w.id from guard.webhook_endpoints w join public.organizations o on o.id = w.organization_id
    where o.slug = 'acme-shipping' order by w.id limit 1`;
  return encodeId("whk", row?.id ?? "");
}

type Table = "memberships" | "registration_requests" | "shipments" | "orders" | "branches";

async function idOf(table: Table, newest = false): Promise<string> {
  const [row] = await guard()<{ id: string }[]>`
    select r.id from public.${guard()(table)} r join public.organizations o on o.id = r.organization_id
    where o.slug = 'acme-shipping' order by r.id ${newest ? guard()`desc` : guard()`asc`} limit 1`;
  return row?.id ?? "";
}

async function organizationInConsole(path: string): Promise<string> {
  const [row] = await guard()<{ id: string }[]>`select id from public.organizations where slug = 'acme-shipping'`;
  return `${rootUrl}/console/organizations/${encodeId("org", row?.id ?? "")}${path}`;
}

const sizes = { wide: { width: 1360, height: 900 }, phone: { width: 390, height: 844 } } as const;
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Rules whose answer hangs on colours; all others answer alike in both themes. */
const colourRules = ["color-contrast", "link-in-text-block"];

// Four inspections, and as many browsers as a slow machine has cores.
test.describe.configure({ timeout: 180_000 });

// Recording each step of a run that only looks would take longer than the looking.
test.use({ trace: "off" });

/** One browser window for each person and worker: they sign in once, and their browser keeps the scripts. */
const windows = new Map<string, Promise<BrowserContext>>();

function windowOf(browser: Browser, as: string | undefined): Promise<BrowserContext> {
  const open = windows.get(as ?? "") ?? openWindow(browser, as);
  windows.set(as ?? "", open);
  return open;
}

async function openWindow(browser: Browser, as: string | undefined): Promise<BrowserContext> {
  const context = await browser.newContext();
  await setTheme(context, "light");
  if (as) await signIn(context, await findPerson(as));
  return context;
}

async function setTheme(context: BrowserContext, theme: string): Promise<void> {
  await context.addCookies([rootUrl, acme].map((url) => ({ name: "berth_theme", value: theme, url })));
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

/** As the theme's cookie would have it drawn: the class on the document is all that differs. */
async function wear(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.evaluate(async (name) => {
    document.documentElement.classList.remove("light", "dark");
    document.documentElement.classList.add(name);
    const ending = document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }, theme);
}

type Look = { theme: "light" | "dark"; rules: "all" | "colours" };

async function inspect(page: Page, size: keyof typeof sizes, looks: Look[]): Promise<void> {
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
