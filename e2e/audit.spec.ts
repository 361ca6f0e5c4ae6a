import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { test } from "./test";
import { createOrganization, createPerson, guard, type Organization, password, signIn } from "./world";

async function addCustomers({ id }: Organization, ...names: string[]): Promise<void> {
  for (const name of names)
    await guard()`insert into public.customers (organization_id, id, name, kind, created_at, updated_at)
      values (${id}, guard.uuid7(), ${name}, 'company', now(), now())`;
}

const search = (page: Page) => page.getByRole("combobox", { name: "Search the audit trail" });

async function exported(page: Page, format: string): Promise<string> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: new RegExp(`^${format}`) }).check();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Start export" }).click();
  const line = page.getByRole("region", { name: "Exports" }).getByRole("listitem").filter({ hasText: format });
  const button = line.getByRole("button", { name: "Download" });
  await expect(button).toBeVisible({ timeout: 45_000 });
  await expect(line).toContainText("2 entries");
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFile(await download.path(), "utf8");
}

test("the trail is searched with qualifiers and without, kept as a view, and exported", async ({ context, page }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await addCustomers(organization, "Alpha Freight", "Beta Freight", "Gamma Cargo");
  await signIn(context, owner);
  await page.goto(`${organization.url}/audit`);
  await expect(page.getByRole("row").filter({ hasText: "Alpha Freight" })).toBeVisible();

  await search(page).fill("colour:red");
  await search(page).press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "colour" })).toBeVisible();
  await search(page).fill('record:customer action:created -"Beta Freight"');
  await search(page).press("Enter");
  const rows = page.locator("tbody tr[data-row]");
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: "Alpha Freight" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Gamma Cargo" })).toHaveCount(1);
  await expect(page.getByRole("list", { name: "Filters in use" })).toContainText("Words not: Beta Freight");

  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByLabel("Name").fill("All but Beta");
  await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("link", { name: "All but Beta" })).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect(rows.filter({ hasText: "Beta Freight" })).toHaveCount(1);
  await page.getByRole("link", { name: "All but Beta" }).click();
  await expect(rows).toHaveCount(2);

  const csv = await exported(page, "CSV");
  expect(parse(csv)).toHaveLength(3);
  expect(csv).toContain("Alpha Freight");
  expect(csv).not.toContain("Beta Freight");
  const lines = (await exported(page, "JSON Lines"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { record_name: string });
  expect(lines.map(({ record_name }) => record_name).sort()).toEqual(["Alpha Freight", "Gamma Cargo"]);
});

test("a day of the form and its words are the same search, part by part taken away", async ({ context, page }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await addCustomers(organization, "Alpha Freight");
  await signIn(context, owner);
  await page.goto(`${organization.url}/audit?q=record:customer`);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByLabel("What happened").selectOption("removed");
  await page.getByRole("button", { name: "Show entries" }).click();
  await expect(search(page)).toHaveValue(/record:customer/);
  await expect(search(page)).toHaveValue(/action:removed/);
  await expect(page.getByText("No results for these filters")).toBeVisible();
  await page.getByRole("button", { name: "Remove filter What" }).click();
  await expect(search(page)).toHaveValue("record:customer");
  await expect(page.getByRole("row").filter({ hasText: "Alpha Freight" })).toBeVisible();
});
