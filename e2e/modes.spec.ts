import { expect } from "@playwright/test";
import { test } from "./test";
import { createOrganization, createPerson, guard, password, signIn } from "./world";

test("somebody tries things out with test data, goes back to live, and clears up", async ({ page, context }) => {
  const owner = await createPerson();
  const { id, url } = await createOrganization(owner);
  await signIn(context, owner);
  await page.goto(`${url}/customers`);
  await expect(page.getByText("No customers yet")).toBeVisible();

  await page.getByRole("switch", { name: "Test data" }).click();
  const banner = page.getByRole("region", { name: "Test data" });
  await expect(banner).toBeVisible();
  await expect(page.getByText("No test customers yet")).toBeVisible();
  await page.getByRole("link", { name: "Add a customer" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Trial Trading");
  await page.getByLabel("Kind").selectOption("company");
  await page.getByRole("button", { name: /^(Add|Create)/ }).click();
  await expect(page.getByRole("heading", { name: "Trial Trading" })).toBeVisible();
  await expect(banner).toBeVisible();

  const tab = (name: RegExp) => page.getByRole("navigation", { name: "API keys" }).getByRole("link", { name });
  await page.goto(`${url}/api-keys`);
  await expect(page.getByText("No test keys yet")).toBeVisible();
  await expect(tab(/^Test/)).toHaveAttribute("aria-current", "page");
  await tab(/^Live/).click();
  await expect(page.getByText("No keys yet")).toBeVisible();
  await expect(tab(/^Live/)).toHaveAttribute("aria-current", "page");

  await page.goto(`${url}/customers`);
  await banner.getByRole("button", { name: "Back to live" }).click();
  await expect(page.getByText("No customers yet")).toBeVisible();
  await expect(page.getByRole("switch", { name: "Test data" })).not.toBeChecked();

  await page.goto(`${url}/settings`);
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Delete all test data" }) });
  await form.getByLabel("Your password").fill(password);
  await form.getByRole("button", { name: "Delete all test data" }).click();
  await expect(page.getByText("Test data is being deleted.")).toBeVisible();
  await expect(async () => {
    const left = await guard()`select from public.customers where organization_id = ${id} and test_mode`;
    expect(left).toHaveLength(0);
  }).toPass({ timeout: 60_000 });
});
