import { expect } from "@playwright/test";
import { test } from "./test";
import { createOrganization, createPerson, signIn, unique } from "./world";

test("preferences and shipping settings stand after a reload, and the history says what changed", async ({
  context,
  page,
}) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner, unique("Harbour"));
  await signIn(context, owner);
  await page.goto(`${organization.url}/settings/history`);
  await expect(page.getByText("Nothing was changed yet")).toBeVisible();

  await page.goto(`${organization.url}/settings/preferences`);
  await page.getByLabel("Weeks begin on").selectOption("sunday");
  await page.getByLabel("Further currencies").fill("eur, xxq");
  await page.getByRole("button", { name: "Save preferences" }).click();
  await expect(page.getByText("There is no currency XXQ.")).toBeVisible();
  await page.getByLabel("Further currencies").fill("eur, gbp");
  await page.getByRole("button", { name: "Save preferences" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Weeks begin on")).toHaveValue("sunday");
  await expect(page.getByLabel("Further currencies")).toHaveValue("EUR, GBP");

  await page.goto(`${organization.url}/settings/shipping`);
  await page.getByLabel("Carrier").fill("Harbour Post");
  await page.getByLabel("Weight of a parcel").fill("heavy");
  await page.getByRole("switch", { name: "Insured" }).click();
  await page.getByRole("checkbox", { name: "Mailbox" }).first().check();
  await page.getByLabel("EORI number").fill("DE123456");
  await page.getByRole("button", { name: "Save shipping settings" }).click();
  await expect(page.getByLabel("Weight of a parcel")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Weight of a parcel").fill("1.5");
  await page.getByRole("button", { name: "Save shipping settings" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Carrier")).toHaveValue("Harbour Post");
  await expect(page.getByLabel("Weight of a parcel")).toHaveValue("1.5");
  await expect(page.getByRole("switch", { name: "Insured" })).toBeChecked();
  await page.getByRole("switch", { name: "Insured" }).click();
  await page.getByRole("button", { name: "Save shipping settings" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();

  await page.goto(`${organization.url}/settings/history`);
  const newest = page.getByRole("listitem").filter({ hasText: "workspace configuration" }).first();
  await expect(newest.getByRole("row", { name: /Insured by default/ })).toContainText("YesNo");
  const entry = page.getByRole("listitem").filter({ hasText: "Olga Owner: changed preferences" });
  await expect(entry.getByRole("row", { name: /Currencies/ })).toContainText("EUR, GBP");
});
