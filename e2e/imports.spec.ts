import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { test } from "./test";
import { createOrganization, createPerson, type Organization, signIn } from "./world";

const heads =
  "Reference,Service,Sender name,Sender street,Sender city,Sender country,Recipient name,Recipient street,Recipient city,Recipient country,Parcel: Weight,Colour";
const row = (reference: string, more: { service?: string; weight?: string } = {}) =>
  `${reference},${more.service ?? "standard"},Sam,Quay 1,Rotterdam,NL,Rita,Dam 2,Amsterdam,NL,${more.weight ?? "2.5"},red`;

let organization: Organization;

test.beforeEach(async ({ context }) => {
  const owner = await createPerson("Olga Owner");
  organization = await createOrganization(owner);
  await signIn(context, owner);
});

async function check(page: Page, name: string, lines: string[]): Promise<void> {
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\r\n")}\r\n`) });
  await page.getByRole("button", { name: "Check file" }).click();
}

test("a file with faults is checked, mended and imported; the list has its rows", async ({ page }) => {
  await page.goto(`${organization.url}/shipments`);
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Import shipments", level: 1 })).toBeVisible();

  await check(page, "first.csv", [
    heads,
    row("A-1"),
    row("A-2", { service: "teleport" }),
    row("A-3", { weight: "-1" }),
  ]);
  await expect(page.getByText("1 shipment can be imported. Nothing was written yet.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Nothing is called “Colour” here.")).toBeVisible();
  const faults = page.getByRole("table");
  await expect(faults.getByRole("row", { name: /3.*Service: Choose a service/ })).toBeVisible();
  await expect(faults.getByRole("row", { name: /4.*Parcel: Weight: Enter a number above 0/ })).toBeVisible();
  await page.goto(`${organization.url}/shipments`);
  await expect(page.getByText("A-1")).toHaveCount(0);

  await page.goBack();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download faulty rows" }).click(),
  ]);
  const kept = await readFile(await download.path(), "utf8");
  expect(kept).toContain("Line 3: Service: Choose a service.");

  await page.goto(`${organization.url}/shipments/import`);
  await check(page, "mended.csv", [heads, row("A-1"), row("A-2"), row("A-3")]);
  await page.getByRole("button", { name: "Import 3 shipments" }).click({ timeout: 60_000 });
  await expect(page.getByText("3 shipments imported.")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "See shipments" }).click();
  for (const reference of ["A-1", "A-2", "A-3"])
    await expect(page.getByRole("link", { name: reference, exact: true })).toBeVisible();
});

test("what is no CSV is told at once, in words", async ({ page }) => {
  await page.goto(`${organization.url}/shipments/import`);
  const zip = { name: "rows.xlsx", mimeType: "application/zip", buffer: Buffer.from("504b030414000600", "hex") };
  await page.getByLabel("CSV file").setInputFiles(zip);
  await page.getByRole("button", { name: "Check file" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "spreadsheet" })).toContainText("Save it as CSV (UTF-8)");
});

test("the list leaves as it is filtered", async ({ page }) => {
  await page.goto(`${organization.url}/shipments/import`);
  await check(page, "rows.csv", [heads, row("B-1"), row("B-2", { service: "express" })]);
  await page.getByRole("button", { name: "Import 2 shipments" }).click({ timeout: 60_000 });
  await expect(page.getByText("2 shipments imported.")).toBeVisible({ timeout: 60_000 });
  await page.goto(`${organization.url}/shipments?service=express`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain('"B-2"');
  expect(text).not.toContain("B-1");
});
