import { get } from "node:http";
import { expect, type Locator } from "@playwright/test";
import { test } from "./test";
import { chooseFromMenu, createOrganization, createPerson, password, rootHost, signIn } from "./world";

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
  await expect(code).toHaveText(/^key_[0-9A-Za-z]{62,}$/);
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
