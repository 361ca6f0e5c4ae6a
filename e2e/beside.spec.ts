import { expect, type Page } from "@playwright/test";
import { test } from "./test";
import { chooseFromMenu, createOrganization, createPerson, signIn } from "./world";

async function addCustomer(page: Page, address: string, name: string): Promise<string> {
  await page.goto(`${address}/customers/new`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

const besides = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("a record opens beside its list, goes along with the keys, and is a page elsewhere", async ({ context, page }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  await page.setViewportSize({ width: 1360, height: 850 });
  const heron = await addCustomer(page, organization.url, "Blue Heron");
  await addCustomer(page, organization.url, "Grey Seal");

  await page.goto(`${organization.url}/customers?sort=name`);
  await page.getByRole("link", { name: "Blue Heron" }).click();
  await expect(page).toHaveURL(/\?sort=name&open=cus_/);
  await expect(besides(page, "Blue Heron").getByRole("link", { name: "Edit" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(besides(page, "Grey Seal")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(besides(page, "Grey Seal")).toHaveCount(0);
  await expect(page).not.toHaveURL(/open=/);
  await page.goBack();
  await expect(besides(page, "Grey Seal")).toBeVisible();

  const shared = page.url();
  await chooseFromMenu(page, /More for Grey Seal/, "Remove customer");
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove customer" }).click();
  await expect(page).not.toHaveURL(/open=/);
  await page.goto(shared);
  await expect(besides(page, "There is nothing here")).toBeVisible();
  await expect(page.getByRole("link", { name: "Blue Heron" })).toBeVisible();

  await page.goto(`${organization.url}/customers`);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("link", { name: "Blue Heron" }).click();
  await expect(page).toHaveURL(`${organization.url}${heron}`);
});

test("what is not there is answered inside the organization, alike whosever it is", async ({ context, page }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const other = await createOrganization(owner, "Other Freight");
  await signIn(context, owner);
  const heron = await addCustomer(page, organization.url, "Blue Heron");

  const seen: string[] = [];
  for (const path of [heron, "/customers/cus_01h2xcejqtf2nbrexx3vqjhp41", "/nothing/of/the/kind"]) {
    const answer = await page.goto(`${other.url}${path}`);
    expect(answer?.status(), path).toBe(404);
    seen.push(await page.locator("main").ariaSnapshot());
    await expect(page.getByRole("link", { name: "Shipments" })).toBeVisible();
  }
  expect(new Set(seen).size).toBe(1);
  await page.goto(`${other.url}/customers?open=${heron.split("/").at(-1)}`);
  await expect(besides(page, "There is nothing here")).toBeVisible();
});
