import { get } from "node:http";
import { expect, type Locator } from "@playwright/test";
import { call, makeKey } from "./calls";
import { test } from "./test";
import { chooseFromMenu, createOrganization, createPerson, guard, join, password, rootHost, signIn } from "./world";

function statusWith(key: string): Promise<number> {
  const port = Number(rootHost.split(":")[1]);
  const headers = { host: rootHost, authorization: `Token ${key}` };
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path: "/api/v1/organization", headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on("error", reject);
  });
}

async function keyIn(dialog: Locator): Promise<string> {
  const code = dialog.locator("code").first();
  await expect(code).toHaveText(/^key_(test_)?[0-9A-Za-z]{62,}$/);
  return (await code.textContent()) ?? "";
}

test("a key is shown once, works, is rotated and revoked; the audit says so", async ({ context, page }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  await page.goto(`${organization.url}/api-keys`);
  await page.getByRole("button", { name: "Create key" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Label").fill("Warehouse scanner");
  await dialog.getByLabel("Shipments: Write").check();
  await dialog.getByLabel("Your password").fill("not my password at all");
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(dialog.getByText("This is not your password.").first()).toBeVisible();
  await expect(dialog.getByLabel("Label")).toHaveValue("Warehouse scanner");
  await expect(dialog.getByLabel("Shipments: Write")).toBeChecked();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Create key" }).click();
  const first = await keyIn(dialog);
  await page.keyboard.press("Escape");
  await expect(dialog.getByText("You will not see this again.")).toBeVisible();
  expect(await statusWith(first)).toBe(200);
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  const row = page.getByRole("row", { name: /Warehouse scanner/ });
  await expect(row).toContainText("Active");
  await expect(row).toContainText("writes 1");
  await page.reload();
  await expect(row).toContainText("Olga Owner");
  await expect(page.getByText(first)).toHaveCount(0);

  await chooseFromMenu(page, /^Acts for Warehouse scanner/, "Rotate");
  await dialog.getByLabel("The present key ends").selectOption("0");
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Rotate key" }).click();
  const second = await keyIn(dialog);
  expect(second).not.toBe(first);
  expect(await statusWith(first)).toBe(401);
  expect(await statusWith(second)).toBe(200);
  await dialog.getByRole("button", { name: "I have kept it" }).click();

  await chooseFromMenu(page, /^Acts for Warehouse scanner/, "Revoke");
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("Warehouse scanner is revoked")).toBeVisible();
  await expect(page.getByText("No keys yet")).toBeVisible();
  expect(await statusWith(second)).toBe(401);
  await page.getByRole("link", { name: /Ended/ }).click();
  await expect(row.first()).toContainText("Revoked");

  await page.goto(`${organization.url}/audit`);
  await expect(page.getByRole("link", { name: "Created API key" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Rotated API key" })).not.toHaveCount(0);
  await page.getByRole("link", { name: "Revoked API key" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("Olga Owner");
  await expect(sheet).toContainText(owner.email);
  await expect(sheet).toContainText("Warehouse scanner");
  await expect(sheet.getByRole("row", { name: /Revoked at/ })).toContainText("UTC");
  await expect(sheet.getByRole("button", { name: /Copy id of the API key/ })).toBeVisible();
  await expect(sheet.getByRole("table")).not.toContainText(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("a key works with the records and until the day that were chosen, and says what it opens", async ({
  context,
  page,
}) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const { key: everything } = await makeKey(organization);
  const ann = { name: "Ann Live", kind: "person" };
  expect((await call(organization, { key: everything, method: "POST", path: "/customers", body: ann })).status).toBe(
    201,
  );
  await signIn(context, owner);
  await page.goto(`${organization.url}/api-keys`);
  const dialog = page.getByRole("dialog");
  const create = dialog.getByRole("button", { name: "Create key" });
  const begin = async (label: string) => {
    await page.getByRole("button", { name: "Create key" }).first().click();
    await dialog.getByLabel("Label").fill(label);
    await dialog.getByLabel("Your password").fill(password);
  };
  const kept = async () => {
    const key = await keyIn(dialog);
    await dialog.getByRole("button", { name: "I have kept it" }).click();
    return key;
  };
  const endOf = async (label: string) => {
    const [row] = await guard()<{ expires_at: Date | null; test_mode: boolean }[]>`
      select expires_at, test_mode from guard.api_keys where organization_id = ${organization.id} and label = ${label}`;
    return row;
  };

  await begin("Trial");
  await expect(dialog.getByLabel("Last day")).toHaveCount(0);
  await dialog.getByLabel("Works with").selectOption("Test records");
  await dialog.getByLabel("Lives for").selectOption("Until a day you choose");
  await dialog.getByLabel("Customers: Write").check();
  await dialog.getByLabel("Members: None").check();
  await create.click();
  await expect(dialog.getByText("Choose the last day.")).toBeVisible();
  const last = dayFromNow(40);
  await dialog.getByLabel("Last day").fill(dayFromNow(-2));
  await create.click();
  await expect(dialog.getByText("This day is over.")).toBeVisible();
  await dialog.getByLabel("Last day").fill(last);
  await create.click();
  const trial = await kept();
  expect(trial).toMatch(/^key_test_/);
  expect(await endOf("Trial")).toEqual({ expires_at: new Date(`${last}T23:59:59Z`), test_mode: true });
  expect((await call(organization, { key: trial, path: "/customers" })).body).toMatchObject({ data: [] });
  expect((await call(organization, { key: trial, path: "/members" })).status).toBe(403);
  await page.getByRole("link", { name: /^Test/ }).click();
  await chooseFromMenu(page, /^Acts for Trial/, "Show access");
  await expect(dialog.getByRole("heading", { name: "Access of Trial" })).toBeVisible();
  await expect(dialog.getByRole("term").filter({ hasText: "Customers" })).toHaveCount(1);
  await expect(dialog).toContainText("CustomersRead and write");
  await expect(dialog).not.toContainText("Members");
  await page.keyboard.press("Escape");

  for (const [life, days] of [
    ["90 days", 90],
    ["No end", null],
  ] as const) {
    await begin(life);
    await dialog.getByLabel("Lives for").selectOption(life);
    await create.click();
    const key = await kept();
    const left = ((await endOf(life))?.expires_at?.getTime() ?? Number.NaN) - Date.now();
    if (days === null) expect(left).toBeNaN();
    else expect(left / 86_400_000).toBeCloseTo(days, 1);
    expect((await call(organization, { key, path: "/organization" })).status).toBe(200);
  }
  await page.goto(`${organization.url}/api-keys`);
  await expect(page.getByRole("row", { name: /^No end/ })).toContainText("Never");
  await chooseFromMenu(page, /^Acts for Web shop/, "Show access");
  await expect(dialog).toContainText("All that its maker may do");
});

test("a key that has expired is replaced without a word of an overlap", async ({ context, page }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const { key } = await makeKey(organization);
  await guard()`update guard.api_keys set created_at = now() - interval '31 days', expires_at = now() - interval '1 day'
    where organization_id = ${organization.id}`;
  await signIn(context, owner);
  await page.goto(`${organization.url}/api-keys`);
  const row = page.getByRole("row", { name: /Web shop/ });
  await expect(row).toContainText("Expired");
  await chooseFromMenu(page, /^Acts for Web shop/, "Rotate");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("has expired and opens nothing more");
  await expect(dialog).not.toContainText("Both work");
  await expect(dialog.getByRole("combobox")).toHaveCount(0);
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Rotate key" }).click();
  const renewed = await keyIn(dialog);
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Active");
  expect([await statusWith(key), await statusWith(renewed)]).toEqual([401, 200]);
  const [life] = await guard()`select extract(day from expires_at - created_at)::int as days from guard.api_keys
    where organization_id = ${organization.id} and ended_as is null`;
  expect(life?.days).toBe(30);
});

test("keys stay when their maker leaves, where the organization says so", async ({ context, page }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const [first, second] = [await createPerson("Ada Admin"), await createPerson("Ben Builder")];
  for (const person of [first, second]) await join(organization, person, "admin");
  const ending = await makeKey(organization, { label: "Ending", maker: first.userId });
  const staying = await makeKey(organization, { label: "Staying", maker: second.userId });
  await signIn(context, owner);
  const dialog = page.getByRole("dialog");
  const remove = async (name: string) => {
    await page.goto(`${organization.url}/members`);
    await chooseFromMenu(page, new RegExp(`^More for ${name}`), "Remove");
    await page.getByRole("button", { name: "Remove member" }).click();
    await expect(page.getByRole("row", { name: /Olga Owner/ })).toBeVisible(); // which nothing is while it is asked
    await expect(page.getByRole("row", { name: new RegExp(name) })).toHaveCount(0);
  };
  await page.goto(`${organization.url}/api-keys`);
  await expect(page.getByText("ends when they leave")).toBeVisible();
  await remove("Ada Admin");
  expect([await statusWith(ending.key), await statusWith(staying.key)]).toEqual([401, 200]);

  await page.goto(`${organization.url}/api-keys`);
  await page.getByRole("button", { name: "When people leave" }).click();
  await expect(dialog.getByRole("radio", { name: /Their keys end with them/ })).toBeChecked();
  await dialog.getByRole("radio", { name: /Their keys stay/ }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(
    dialog.getByText("Enter your password.").or(dialog.getByText("This is not your password.")),
  ).toBeVisible();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("stays when they leave")).toBeVisible();
  await remove("Ben Builder");
  expect(await statusWith(staying.key)).toBe(200);
  await page.goto(`${organization.url}/api-keys`);
  await expect(page.getByRole("row", { name: /Staying/ })).toContainText("left the organization");
});

test("programs are held to the rules that were chosen, and no longer once they are off", async ({ context, page }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const { key } = await makeKey(organization);
  const body = { name: "Ann", kind: "person" };
  const made = await call(organization, { key, method: "POST", path: "/customers", body });
  const path = `/customers/${made.body.id}`;
  const change = async (name: string) =>
    (await call(organization, { key, method: "PATCH", path, body: { name } })).status;
  const stray = async () =>
    (await call(organization, { key, path, headers: { "x-org-id": "org_01h2xcejqtf2nbrexx3vqjhp41" } })).status;
  expect([await change("Bea"), await stray()]).toEqual([200, 200]);

  await signIn(context, owner);
  await page.goto(`${organization.url}/api-keys`);
  const dialog = page.getByRole("dialog");
  const rules = ["Refuse a key that names another organization", "Demand the version that is changed"];
  const set = async (on: boolean) => {
    await page.getByRole("button", { name: "Rules" }).click();
    for (const name of rules) {
      const rule = dialog.getByRole("switch", { name });
      await expect(rule).toBeChecked({ checked: !on });
      await rule.setChecked(on);
    }
    await dialog.getByRole("button", { name: "Save rules" }).click();
    await expect(dialog).toBeHidden();
  };
  await set(true);
  expect([await change("Cleo"), await stray()]).toEqual([428, 409]);
  await page.reload();
  await set(false);
  expect([await change("Dora"), await stray()]).toEqual([200, 200]);
});
