import { expect } from "@playwright/test";
import { test } from "./test";
import { chooseFromMenu, createOrganization, createPerson, join, signIn } from "./world";

async function team() {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const people = [];
  for (const [name, role] of [
    ["Ada Driver", "driver"],
    ["Ben Buyer", "buyer"],
    ["Zoe User", "user"],
  ] as const) {
    const person = await createPerson(name);
    await join(organization, person, role);
    people.push(person);
  }
  return { organization, owner, people };
}

test("the table sorts, filters and searches, and the address says so", async ({ context, page }) => {
  const { organization, owner } = await team();
  await signIn(context, owner);
  await page.goto(`${organization.url}/members`);
  const names = page.locator("tbody [data-row-link]");
  await expect(names).toHaveText([/Ada Driver/, /Ben Buyer/, /Olga Owner/, /Zoe User/]);

  await page.getByRole("link", { name: /^Name/ }).click();
  await expect(page).toHaveURL(/sort=-name/);
  await expect(names).toHaveText([/Zoe User/, /Olga Owner/, /Ben Buyer/, /Ada Driver/]);

  await page.getByRole("searchbox").fill("ada driver"); // addresses hold dice that may spell "ada"
  await expect(page).toHaveURL(/q=ada/);
  await expect(names).toHaveText([/Ada Driver/]);
  await page.reload();
  await expect(names).toHaveText([/Ada Driver/]);
  await page.getByRole("searchbox").fill("");
  await expect(names).toHaveCount(4);

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: "Buyer" }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/role=buyer/);
  await expect(names).toHaveText([/Ben Buyer/]);
  await page.goto(`${organization.url}/members?q=nobody-is-called-so`);
  await expect(page.getByText("No results for these filters")).toBeVisible();
  await page.goto(`${organization.url}/members?cursor=made-up`);
  await expect(page).not.toHaveURL(/cursor/);
  await expect(names).toHaveCount(4);
});

test("filters and a search hold together, and Enter asks at once", async ({ context, page }) => {
  const { organization, owner } = await team();
  await signIn(context, owner);
  await page.goto(`${organization.url}/members?role=buyer&sort=-name`);
  const names = page.locator("tbody [data-row-link]");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: "User" }).click();
  await expect(page.getByRole("menuitemcheckbox", { name: "Buyer" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(names).toHaveText([/Zoe User/, /Ben Buyer/]);
  await page.getByRole("searchbox").fill("Ben Buyer");
  await page.getByRole("searchbox").press("Enter");
  await expect(names).toHaveText([/Ben Buyer/]);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    q: "Ben Buyer",
    role: "buyer,user",
    sort: "-name",
  });
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page).not.toHaveURL(/role=/);
  await expect(page.getByRole("searchbox")).toHaveValue("Ben Buyer");
});

test("a role changes in place; where it may not, the row says why", async ({ context, page }) => {
  const { organization, owner } = await team();
  await signIn(context, owner);
  await page.goto(`${organization.url}/members`);
  await page.getByLabel("Role of Zoe User").selectOption("dispatcher");
  await expect(page.getByText("Zoe User has the role Dispatcher now.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Role of Zoe User")).toHaveValue("dispatcher");
  await expect(page.getByRole("row", { name: /Olga Owner/ })).toContainText("The only owner cannot be changed");
  await page.getByRole("button", { name: "More for Olga Owner" }).click();
  await expect(page.getByRole("menuitem", { name: "Remove" })).toHaveAttribute("aria-disabled", "true");
});

test("suspending and removing ask first and hold at once", async ({ context, page }) => {
  const { organization, owner } = await team();
  await signIn(context, owner);
  await page.goto(`${organization.url}/members`);
  await chooseFromMenu(page, /^More for Ada Driver/, "Suspend");
  await page.getByRole("button", { name: "Suspend member" }).click();
  await expect(page.getByRole("row", { name: /Ada Driver/ })).toContainText("Suspended");
  await page.getByRole("link", { name: /Ben Buyer/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ben Buyer" })).toBeVisible();
  await chooseFromMenu(page, /^More for Ben Buyer/, "Remove");
  await page.getByRole("button", { name: "Remove member" }).click();
  await expect(page).toHaveURL(/\/members$/);
  await expect(page.locator("tbody [data-row-link]")).toHaveCount(3);
});

test("who may not see members is told which permission is missing", async ({ context, page }) => {
  const { organization, people } = await team();
  await signIn(context, people[2] ?? { userId: "" });
  await page.goto(`${organization.url}/members`);
  await expect(page.locator("body")).toContainText(/View members/i);
});
