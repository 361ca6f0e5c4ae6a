import { spawnSync } from "node:child_process";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { call, makeKey } from "./calls";
import { test } from "./test";
import { chooseFromMenu, createOrganization, createPerson, guard, join, rootHost, signIn, unique } from "./world";

/** What was copied, once it has this: a browser writes it down in its time. */
async function copiedOf(page: Page, part: string): Promise<string> {
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).toContain(part);
  return read();
}

/** An organization with a key, and a browser that lets what was copied be read. */
async function begin(context: BrowserContext) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const { key } = await makeKey(organization);
  return { owner, organization, key };
}

test("a filter of the address that no list knows is not shown as one that holds", async ({ page, context }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  const inUse = page.getByRole("list", { name: "Filters in use" });
  await page.goto(`${organization.url}/logs?status=4xx,nonsense&method=GRAB&density=compact`);
  await expect(page).toHaveURL(`${organization.url}/logs?status=4xx&density=compact`);
  await expect(inUse.getByRole("listitem").first()).toHaveText("Status: 4xx: refused");
  const faults: Error[] = [];
  page.on("pageerror", (fault) => faults.push(fault));
  await page.goto(`${organization.url}/logs?entity=%00&path=/api`);
  await expect(page).toHaveURL(`${organization.url}/logs?path=%2Fapi`);
  await expect(inUse.getByRole("listitem").first()).toHaveText("Path begins with: /api");
  expect(faults).toEqual([]);
  for (const [place, word] of [
    ["logs?log=log_01h2xcejqtf2nbrexx3vqjhp41", "call"],
    ["events?event=evt_01h2xcejqtf2nbrexx3vqjhp41", "event"],
    ["audit?entry=1", "entry"],
  ]) {
    await page.goto(`${organization.url}/${place}`);
    await expect(page.getByText(`This ${word} is not here`)).toBeVisible();
    await expect(page.getByText("Its id in the address is cut short or misspelled.")).toHaveCount(0);
  }
  for (const place of ["logs?log=log_01h2xc", "events?event=01h2xcejqtf2nbrexx3vqjhp41", "audit?entry=first"]) {
    await page.goto(`${organization.url}/${place}`);
    await expect(
      page.getByText("Its id in the address is cut short or misspelled. The list below is whole."),
    ).toBeVisible();
  }
  await page.goto(`${organization.url}/members?status=nonsense`);
  await expect(page).toHaveURL(`${organization.url}/members`);
  await expect(page.getByRole("row", { name: /Olga Owner/ })).toBeVisible();
  await expect(inUse).toHaveCount(0);
});

test("a call is followed live, found by its outcome, read without secrets, run again as cURL and traced to its change", async ({
  page,
  context,
}) => {
  const { owner, organization, key } = await begin(context);
  await signIn(context, owner);
  await page.goto(`${organization.url}/logs`);
  await expect(page.getByText("Nobody has called yet")).toBeVisible();
  await page.getByRole("button", { name: "Follow live" }).click();
  await expect(page.getByRole("button", { name: "Following" })).toHaveAttribute("aria-pressed", "true");

  const customer = { name: "O'Hara & Sons", kind: "company", notes: `In $HOME they wrote that ${key} is theirs` };
  expect((await call(organization, { key, method: "POST", path: "/customers", body: customer })).status).toBe(201);
  const made = page.getByRole("row", { name: /POST\s*\/api\/v1\/customers/ });
  await expect(made).toContainText("201");
  await expect(made).toContainText("Web shop");
  expect((await call(organization, { key, path: "/customers/cus_01h2xcejqtf2nbrexx3vqjhp41" })).status).toBe(404);
  const missing = page.getByRole("row", { name: /GET.*cus_01h2xcejqtf2nbrexx3vqjhp41/ });
  await expect(missing).toContainText("404");
  await page.getByRole("button", { name: "Following" }).click();

  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Errors only" }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/errors=only/);
  await expect(made).toHaveCount(0);
  await expect(missing).toBeVisible();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: "Without errors" }).click();
  await expect(page.getByRole("menuitemcheckbox", { name: "Errors only" })).toHaveAttribute("aria-checked", "false");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/errors=none/);
  await expect(made).toBeVisible();
  await expect(missing).toHaveCount(0);
  const inUse = page.getByRole("list", { name: "Filters in use" });
  await expect(inUse.getByRole("listitem").first()).toHaveText("Outcome: Without errors");
  await page.goto(`${organization.url}/logs?errors=none&status=4xx`);
  await expect(page.getByRole("link", { name: "Clear filters" })).toBeVisible();
  await page.goto(`${organization.url}/logs?errors=none`);
  await inUse.getByRole("button", { name: "Remove filter Outcome" }).click();

  await made.getByRole("link").first().click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("heading", { name: "POST /api/v1/customers" })).toBeVisible();
  await expect(sheet.getByText("O'Hara & Sons").first()).toBeVisible();
  await expect(sheet.getByText(/authorization: Token/)).toBeVisible();
  await expect(sheet).not.toContainText(key.slice(-40));
  await sheet.getByRole("button", { name: "Copy: Copy as cURL" }).click();
  const copied = await copiedOf(page, "Authorization: Token YOUR_KEY");
  const here = `--resolve '${organization.slug}.${rootHost}:127.0.0.1'`;
  const command = copied.replace("YOUR_KEY", key).replace("curl", `curl -sS -o /dev/null -w '%{http_code}' ${here}`);
  const run = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  expect([run.stdout, run.stderr]).toEqual(["201", ""]);
  const customers = await guard()`select name from public.customers where organization_id = ${organization.id}`;
  expect(customers.map(({ name }) => name)).toEqual([customer.name, customer.name]);

  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/logs\?/, async (route) => {
    await slow;
    await route.continue();
  });
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden(); // before the server has said anything
  await expect(page).toHaveURL(/log=/);
  answer();
  await expect(page).not.toHaveURL(/log=/);
  await page.unroute(/\/logs\?/);
  await made.getByRole("link").first().click();

  await sheet.getByRole("link", { name: /audit entr/ }).click();
  await expect(page).toHaveURL(/\/audit\?q=request/);
  const changed = page.getByRole("row", { name: /Created customer/ });
  await expect(changed).toHaveCount(1);
  await changed.getByRole("link", { name: "Created customer" }).click();
  await sheet.getByRole("link", { name: "POST /api/v1/customers" }).click();
  await expect(page).toHaveURL(/\/logs\?log=/);
  await expect(sheet.getByRole("heading", { name: "POST /api/v1/customers" })).toBeVisible();
  await sheet.getByRole("link", { name: /^cus_/ }).click();
  await expect(page.getByRole("heading", { name: customer.name })).toBeVisible();
});

test("calls are followed live from a server that takes longer to answer than the pause between two looks", async ({
  page,
  context,
}) => {
  const { owner, organization, key } = await begin(context);
  await signIn(context, owner);
  await page.goto(`${organization.url}/logs`);
  await page.route(/\/logs\?/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await page.getByRole("button", { name: "Follow live" }).click();
  for (const path of ["/members", "/customers"]) {
    expect((await call(organization, { key, path })).status).toBe(200);
    await expect(page.getByRole("row", { name: new RegExp(`GET\\s*/api/v1${path}`) })).toBeVisible();
  }
});

test("where no call of the day is left, the list of calls says so", async ({ page, context }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const { key } = await makeKey(organization);
  const plan = unique("plan").replaceAll("-", "_");
  await guard()`insert into guard.plans (key, name, without, limits)
    values (${plan}, ${plan}, '{}', ${guard().json({ api_calls_a_day: 1 })})`;
  await guard()`update public.organizations set plan = ${plan} where id = ${organization.id}`;
  expect((await call(organization, { key, path: "/members" })).status).toBe(200);
  expect((await call(organization, { key, path: "/members" })).status).toBe(429);
  await signIn(context, owner);
  await page.goto(`${organization.url}/logs`);
  await expect(page.getByRole("status").filter({ hasText: "No call is left" })).toContainText("1 of 1 made.");
});

test("what narrows the log stands on the page by its name, is chosen there, and can be taken away", async ({
  page,
  context,
}) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const [shop, scanner] = [await makeKey(organization), await makeKey(organization, { label: "Scanner" })];
  const trial = await makeKey(organization, { label: "Trial", mode: "test" });
  await signIn(context, owner);
  const inUse = page.getByRole("list", { name: "Filters in use" });
  const chip = inUse.getByRole("listitem").first();
  const name = `Web shop …${shop.key.slice(-4)}`;
  const body = { name: "Ann", kind: "person" };
  const made = await call(organization, { key: shop.key, method: "POST", path: "/customers", body });
  const row = page.getByRole("row", { name: /POST\s*\/api\/v1\/customers/ });
  await expect(async () => {
    await page.goto(`${organization.url}/logs`);
    await expect(row).toBeVisible({ timeout: 1000 });
  }).toPass();
  const [logged] = await guard()`select request_id, address from public.api_calls
    where organization_id = ${organization.id}`;

  for (const [filter, value, label, shown] of [
    ["by", shop.id, "By", name],
    ["address", logged?.address, "IP"],
    ["request", logged?.request_id, "Request id"],
    ["entity", made.body.id, "Record"],
    ["path", "/api/v1/customers", "Path begins with"],
  ]) {
    await page.goto(`${organization.url}/logs?${new URLSearchParams({ [filter]: value })}`);
    await expect(chip).toHaveText(`${label}: ${shown ?? value}`);
    await expect(row).toBeVisible();
    await inUse.getByRole("button", { name: `Remove filter ${label}` }).click();
    await expect(page).toHaveURL(`${organization.url}/logs`);
  }

  await page.goto(`${organization.url}/logs?by=${scanner.id}`);
  await expect(page.getByText("No results for these filters")).toBeVisible();
  await expect(page.getByText("Nobody has called yet")).toHaveCount(0);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(row).toBeVisible();

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page.getByRole("menuitemcheckbox", { name: /^Trial/ })).toHaveCount(0);
  await page.getByRole("menuitemcheckbox", { name: "Olga Owner" }).click();
  await expect(chip).toHaveText("By: Olga Owner");
  await expect(row).toHaveCount(0);
  await page.getByRole("menuitemcheckbox", { name }).click();
  await expect(chip).toHaveText(`By: ${name}`);
  await expect(row).toBeVisible();
  await page.keyboard.press("Escape");
  await inUse.getByRole("button", { name: "Clear all" }).click();
  await expect(inUse).toHaveCount(0);
  await row.getByRole("link", { name: "Web shop" }).click();
  await expect(page).toHaveURL(`${organization.url}/logs?by=${shop.id}`);

  await page.goto(`${organization.url}/api-keys`);
  await chooseFromMenu(page, /^Acts for Scanner/, "Its calls");
  await expect(page).toHaveURL(`${organization.url}/logs?by=${scanner.id}`);
  await expect(chip).toHaveText(/^By: Scanner/);

  expect((await call(organization, { key: trial.key, path: "/members" })).status).toBe(200);
  await page.goto(`${organization.url}/logs?by=${trial.id}`);
  await page.getByRole("status").getByRole("button", { name: "Show test data" }).click();
  await expect(page).toHaveURL(`${organization.url}/logs?by=${trial.id}`);
  await expect(page.getByText("Trial works with test records")).toHaveCount(0);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("row", { name: /GET\s*\/api\/v1\/members/ })).toBeVisible({ timeout: 1000 });
  }).toPass();

  await page.goto(`${organization.url}/events?record=${made.body.id}`);
  await expect(chip).toHaveText(`Record: ${made.body.id}`);
});

test("what the log holds in part is said beside its command, and a record leads to its page", async ({
  page,
  context,
}) => {
  const { owner, organization, key } = await begin(context);
  const webhook = "whk_01h2xcejqtf2nbrexx3vqjhp41";
  await call(organization, { key, method: "POST", path: "/customers", body: { name: "y".repeat(20_000) } });
  await call(organization, { key, method: "POST", path: "/customers", body: { name: "Ann", password: "hunter2" } });
  await call(organization, { key, path: `/webhooks/${webhook}` });
  await signIn(context, owner);
  const rows = page.getByRole("row", { name: /\/api\/v1\// });
  await expect(async () => {
    await page.goto(`${organization.url}/logs`);
    await expect(rows).toHaveCount(3, { timeout: 1000 });
  }).toPass();
  const sheet = page.getByRole("dialog");
  await rows.nth(2).getByRole("link").first().click();
  await expect(sheet.getByText("put the whole of it into body.json")).toBeVisible();
  await sheet.getByRole("button", { name: "Copy: Copy as cURL" }).click();
  const copied = await copiedOf(page, "--data-binary @body.json");
  expect(copied).not.toContain("yyy");
  await page.keyboard.press("Escape");
  await rows.nth(1).getByRole("link").first().click();
  await expect(sheet.getByText("Fill in the values that are [masked].")).toBeVisible();
  await page.keyboard.press("Escape");
  await rows.first().getByRole("link").first().click();
  await expect(sheet.getByRole("link", { name: webhook })).toHaveAttribute("href", `/webhooks/${webhook}`);
  await expect(sheet.getByText("[masked].")).toHaveCount(0);
});

test("whoever manages settings chooses how long calls are kept", async ({ page, context, browser }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  await page.goto(`${organization.url}/logs`);
  await expect(page.getByText("Kept for 30 days.")).toBeVisible();
  await page.getByRole("button", { name: "Retention" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("cannot be brought back");
  await dialog.getByLabel("Keep calls").selectOption("One day");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Kept for one day.")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Retention" }).click();
  await expect(dialog.getByLabel("Keep calls")).toHaveValue("1");
  const [kept] = await guard()`select log_retention_days as days from public.organizations
    where id = ${organization.id}`;
  expect(kept?.days).toBe(1);

  const developer = await createPerson("Dana Developer");
  await join(organization, developer, "developer");
  const theirs = await browser.newContext();
  await signIn(theirs, developer);
  const seen = await theirs.newPage();
  await seen.goto(`${organization.url}/logs`);
  await expect(seen.getByText("Kept for one day.")).toBeVisible();
  await expect(seen.getByRole("button", { name: "Retention" })).toHaveCount(0);
});
