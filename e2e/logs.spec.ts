import { spawnSync } from "node:child_process";
import { request as send } from "node:http";
import { expect } from "@playwright/test";
import { newApiKey } from "@/lib/keys/key-format";
import { test } from "./test";
import { createOrganization, createPerson, guard, type Organization, rootHost, signIn, unique } from "./world";

async function makeKey({ id, slug }: Organization): Promise<string> {
  const key = newApiKey(slug);
  await guard()`
    select guard.insert_key(${id}, r.membership_id, 'Web shop', ${key}, r.permissions, null)
    from guard.rights r where r.organization_id = ${id}`;
  return key;
}

type Call = { key: string; method?: string; path: string; body?: object };

function call({ slug }: Organization, { key, method = "GET", path, body }: Call): Promise<number> {
  const port = Number(rootHost.split(":")[1]);
  const text = body && JSON.stringify(body);
  const headers = {
    host: `${slug}.${rootHost}`,
    authorization: `Token ${key}`,
    ...(text ? { "content-type": "application/json", "content-length": Buffer.byteLength(text) } : {}),
  };
  return new Promise((resolve, reject) => {
    const request = send({ host: "127.0.0.1", port, path: `/api/v1${path}`, method, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    request.once("error", reject);
    request.end(text);
  });
}

test("a filter of the address that no list knows is not shown as one that holds", async ({ page, context }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  const inUse = page.getByRole("list", { name: "Filters in use" });
  await page.goto(`${organization.url}/logs?status=4xx,nonsense&method=GRAB&density=compact`);
  await expect(page).toHaveURL(`${organization.url}/logs?status=4xx&density=compact`);
  await expect(inUse.getByRole("listitem").first()).toHaveText("Status: 4xx: refused");
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
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const key = await makeKey(organization);
  await signIn(context, owner);
  await page.goto(`${organization.url}/logs`);
  await expect(page.getByText("Nobody has called yet")).toBeVisible();
  await page.getByRole("button", { name: "Follow live" }).click();
  await expect(page.getByRole("button", { name: "Following" })).toHaveAttribute("aria-pressed", "true");

  const customer = { name: "O'Hara & Sons", kind: "company", notes: `In $HOME they wrote that ${key} is theirs` };
  expect(await call(organization, { key, method: "POST", path: "/customers", body: customer })).toBe(201);
  const made = page.getByRole("row", { name: /POST\s*\/api\/v1\/customers/ });
  await expect(made).toContainText("201");
  await expect(made).toContainText("Web shop");
  expect(await call(organization, { key, path: "/customers/cus_01h2xcejqtf2nbrexx3vqjhp41" })).toBe(404);
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
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("Authorization: Token YOUR_KEY");
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

test("where no call of the day is left, the list of calls says so", async ({ page, context }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const key = await makeKey(organization);
  const plan = unique("plan").replaceAll("-", "_");
  await guard()`insert into guard.plans (key, name, without, limits)
    values (${plan}, ${plan}, '{}', ${guard().json({ api_calls_a_day: 1 })})`;
  await guard()`update public.organizations set plan = ${plan} where id = ${organization.id}`;
  expect(await call(organization, { key, path: "/members" })).toBe(200);
  expect(await call(organization, { key, path: "/members" })).toBe(429);
  await signIn(context, owner);
  await page.goto(`${organization.url}/logs`);
  await expect(page.getByRole("status").filter({ hasText: "No call is left" })).toContainText("1 of 1 made.");
});
