import { expect, type Page } from "@playwright/test";
import { test } from "./test";
import { createOrganization, createPerson, createSuperAdmin, guard, password, rootUrl, signIn, unique } from "./world";

/** Texts that run where somebody forgets to escape: in HTML, attributes, addresses, JSON inside scripts, templates. */
const scripts = [
  "<script>window.taken=1</script>",
  "<img src=x onerror=window.taken=1>",
  "\"'><svg onload=window.taken=1>",
  "</script><script>window.taken=1</script>",
  "javascript:window.taken=1",
  "{{constructor.constructor('window.taken=1')()}}",
  "\u2028window.taken=1//<!--",
];

const text = scripts.join(" ");

function listen(page: Page): string[] {
  const noise: string[] = [];
  page.on("dialog", async (dialog) => {
    noise.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(error.message));
  return noise;
}

async function expectInert(page: Page, noise: string[], url: string): Promise<void> {
  await page.goto(url);
  await expect(page.locator("h1").first()).toBeVisible();
  expect(await page.evaluate(() => "taken" in window), url).toBe(false);
  expect(noise, url).toEqual([]);
}

test("script in stored text runs for nobody: member, decider or super admin [S95]", async ({ context, page }) => {
  const name = text.slice(0, 100);
  const owner = await createPerson(name);
  const organization = await createOrganization(owner, text.slice(0, 90));
  const asking = `${unique("asker")}@asking.example`;
  await guard()`insert into public.registration_requests (organization_id, id, email, name, message)
    values (${organization.id}, guard.uuid7(), ${asking}, ${name}, ${text})`;
  await guard()`insert into public.notices (organization_id, id, user_id, kind, title)
    values (${organization.id}, guard.uuid7(), ${owner.userId}, 'test', ${name})`;
  await guard()`select guard.insert_invitation(${organization.id}, 'link', ${`${unique("guest")}@guests.example`}, 'user',
    ${unique("token")}, (select id from public.memberships where organization_id = ${organization.id}), ${name}, false, ${text})`;
  const noise = listen(page);
  await signIn(context, owner);
  const pages = ["", "members", "registrations", "invitations", "api-keys", "audit", "settings", "notifications"];
  for (const path of pages) await expectInert(page, noise, `${organization.url}/${path}`);
  await page.goto(`${organization.url}/registrations`);
  await expect(page.getByText(scripts[0] ?? "").first()).toBeVisible();
  for (const path of ["organizations", "account"]) await expectInert(page, noise, `${rootUrl}/${path}`);
  await signIn(context, await createSuperAdmin());
  for (const path of ["console/organizations", "console/users", "console/audit"])
    await expectInert(page, noise, `${rootUrl}/${path}?q=${encodeURIComponent(organization.slug)}`);
});

test("script in an address stays text [S95]", async ({ context, page }) => {
  test.setTimeout(360_000); // some forty pages, twice where a filter leaves the address
  const owner = await createPerson();
  const organization = await createOrganization(owner);
  const noise = listen(page);
  await signIn(context, owner);
  for (const script of scripts)
    for (const path of ["members?q=", "members?sort=", "registrations?state=", "audit?actor="])
      await expectInert(page, noise, `${organization.url}/${path}${encodeURIComponent(script)}`);
  await page.goto(`${rootUrl}/sign-in?next=${encodeURIComponent("javascript:window.taken=1")}`);
  expect(await page.evaluate(() => "taken" in window)).toBe(false);
});

test("session cookies are bound to their host and out of script's reach [S50]", async ({ context, page }) => {
  const owner = await createPerson();
  const organization = await createOrganization(owner);
  await page.goto(`${rootUrl}/sign-in`);
  await page.getByLabel("E-mail address").fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.goto(`${organization.url}/`);
  const sessions = (await context.cookies()).filter(({ name }) => name.startsWith("__Host-"));
  expect(new Set(sessions.map(({ domain }) => domain))).toEqual(
    new Set([new URL(rootUrl).hostname, new URL(organization.url).hostname]),
  );
  for (const cookie of sessions) {
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: "Lax", path: "/" });
    expect(cookie.value.length).toBeLessThan(4096);
  }
  expect(await page.evaluate(() => document.cookie)).not.toContain("__Host-");
});

test("an action sent to a page that does not know it writes to no other organization [S35]", async ({
  context,
  page,
}) => {
  const owner = await createPerson();
  const mine = await createOrganization(owner, "Mine Before");
  const other = await createOrganization(owner, "Other Before");
  await signIn(context, owner);
  await page.goto(`${other.url}/`);
  await page.goto(`${mine.url}/settings`);
  const sent: string[] = [];
  const answers: number[] = [];
  page.on("response", (response) => {
    if (response.request().method() === "POST") answers.push(response.status());
  });
  for (const elsewhere of [`${mine.url}/members`, `${other.url}/members`, `${other.url}/settings`]) {
    await page.route(`${mine.url}/settings`, async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      sent.push(elsewhere);
      await route.continue({ url: elsewhere });
    });
    await page.getByLabel("Name", { exact: true }).fill(`Moved by ${sent.length}`);
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect.poll(() => sent.includes(elsewhere)).toBe(true);
    await expect.poll(() => answers.length).toBeGreaterThanOrEqual(sent.length);
    await page.unroute(`${mine.url}/settings`);
    await page.goto(`${mine.url}/settings`);
  }
  const [row] = await guard()<{ name: string }[]>`select name from public.organizations where id = ${other.id}`;
  expect(row?.name).toBe("Other Before");
  expect(answers.filter((status) => status >= 500)).toEqual([]);
});

test("no page of ours tries what its policy forbids", async ({ context, page }) => {
  const owner = await createPerson("Petra Policy");
  const organization = await createOrganization(owner, unique("Plainly"));
  await signIn(context, owner);
  const tried: string[] = [];
  await page.exposeFunction("report", (what: string) => void tried.push(what));
  await page.addInitScript(() =>
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      (window as unknown as { report: (what: string) => void }).report(
        `${location.pathname}: ${effectiveDirective} ${blockedURI}`,
      ),
    ),
  );
  const paths = [
    "",
    "members",
    "webhooks",
    "settings",
    "settings/delete",
    "settings/security",
    "audit",
    "shipments/new",
  ];
  for (const path of paths) await page.goto(`${organization.url}/${path}`);
  await expect.poll(() => tried).toEqual([]);
});
