import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { encodeId } from "@/lib/ids";
import { screenshot } from "./screenshot";
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
  ].map((name) => ({ name, url: `${rootUrl}/${name}` })),
  ...["organizations", "organizations/new", "account", "account/security"].map((name) => ({
    name,
    as: "both@berth.example",
    url: `${rootUrl}/${name}`,
  })),
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
    "access?permission=orders.view",
    "api-keys",
    "api-keys?view=ended",
    "audit",
    "notifications",
    "notifications?show=archived",
    "notifications/preferences",
    "shipments",
    "shipments?status=exception",
    "shipments/new",
    "orders",
    "orders/new",
    "customers",
    "products",
    "templates",
    "carrier-connections/new",
    "settings",
    "settings/look",
    "settings/requests",
    "settings/preferences",
    "settings/shipping",
    "settings/history",
    "settings/address",
    "settings/ownership",
    "settings/delete",
  ].map((name) => ({ name, as: owner, url: `${acme}/${name}` })),
  { name: "registrations-none", as: owner, url: `${acme}/registrations?q=nobody-is-called-so` },
  { name: "member", as: owner, url: async () => `${acme}/members/${encodeId("mem", await idOf("memberships"))}` },
  {
    name: "registration",
    as: owner,
    url: async () => `${acme}/registrations/${encodeId("reg", await idOf("registration_requests"))}`,
  },
  { name: "shipment", as: owner, url: async () => `${acme}/shipments/${encodeId("shp", await idOf("shipments"))}` },
  { name: "order", as: owner, url: async () => `${acme}/orders/${encodeId("ord", await idOf("orders"))}` },
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
  { name: "member-missing", as: owner, url: `${acme}/members/mem_01h2xcejqtf2nbrexx3vqjhp41` },
  { name: "overview-driver", as: "driver@acme.example", url: `${acme}/` },
  { name: "forbidden", as: "driver@acme.example", url: `${acme}/audit` },
  { name: "not-found", as: owner, url: `${acme}/no-such-page` },
  ...[
    "console",
    "console/organizations",
    "console/organizations/new",
    "console/users",
    "console/jobs",
    "console/mail",
    "console/audit",
  ].map((name) => ({ name, as: superAdmin, url: `${rootUrl}/${name}` })),
  { name: "console-organization", as: superAdmin, url: async () => organizationInConsole("") },
  { name: "console-visit", as: superAdmin, url: async () => organizationInConsole("/visit") },
  {
    name: "console-user",
    as: superAdmin,
    url: async () => `${rootUrl}/console/users/${encodeId("usr", (await findPerson(owner)).userId)}`,
  },
];

type Table = "memberships" | "registration_requests" | "shipments" | "orders";

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
        await page.goto(typeof place.url === "string" ? place.url : await place.url());
        await expect(page.locator("h1").first()).toBeVisible();
        await expect(page.locator("html")).toHaveClass(new RegExp(theme));
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, "wider than the screen").toBeLessThanOrEqual(0);
        expect(noise).toEqual([]);
        if (size === "wide" && theme === "light") await screenshot(page, place.name);
      });
    }
  }
}
