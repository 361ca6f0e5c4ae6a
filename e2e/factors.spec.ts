import { type BrowserContext, expect, type Page } from "@playwright/test";
import { codeOf } from "@/lib/access/totp";
import { test } from "./test";
import {
  chooseFromMenu,
  createOrganization,
  createPerson,
  guard,
  join,
  type Organization,
  type Person,
  password,
  rootUrl,
  signIn,
} from "./world";

async function setUp(page: Page): Promise<{ seed: string; codes: string[] }> {
  await page.goto(`${rootUrl}/account/security`);
  await page.getByRole("link", { name: "Set up an authenticator app" }).click();
  await page.getByRole("button", { name: "Show the QR code" }).click();
  await expect(page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  await page.getByText("No camera? Enter the key instead").click();
  const seed = ((await page.getByRole("button", { name: /^Copy the key/ }).textContent()) ?? "").replace(/\s/g, "");
  await page.getByLabel("Code that the app shows").fill(codeOf(seed));
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("Your second factor is on")).toBeVisible();
  const codes = ((await page.locator("code").textContent()) ?? "").trim().split(/\s+/);
  expect(codes).toHaveLength(10);
  return { seed, codes };
}

/** A code counts once: lets the test go on without the half minute until the next. */
async function freshCode(person: Person, seed: string): Promise<string> {
  await guard()`update guard.factors set last_step = 0 where user_id = ${person.userId}`;
  return codeOf(seed);
}

async function enterPassword(page: Page, person: Person): Promise<void> {
  await page.goto(`${rootUrl}/sign-in`);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.goto(`${rootUrl}/account`);
  await chooseFromMenu(page, /^Your account/, "Sign out");
  await expect(page).toHaveURL(/\/sign-in/);
}

async function demand(page: Page, organization: Organization, days: string): Promise<void> {
  await page.goto(`${organization.url}/settings/security`);
  await page.getByRole("radio", { name: /^Everybody/ }).click();
  await page.getByLabel("Days to set it up").fill(days);
  await page.getByRole("button", { name: "Save policy" }).click();
  await expect(page.getByText("Saved. It holds from the next request on.")).toBeVisible();
}

async function visit(context: BrowserContext, url: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  return page;
}

test("a second factor is set up, asked for, remembered, demanded from others and removed", async ({
  browser,
  context,
  page,
}) => {
  const owner = await createPerson("Olga Owner");
  const member = await createPerson("Mia Member");
  const organization = await createOrganization(owner);
  await join(organization, member, "admin");
  await signIn(context, owner);
  const { seed, codes } = await setUp(page);
  const [first = "", second = "", third = ""] = codes;

  await signOut(page);
  await enterPassword(page, owner);
  await expect(page.getByRole("heading", { name: "Enter the code" })).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This code is wrong, or was used already.").first()).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(await freshCode(owner, seed));
  await page.getByLabel("Remember this device for 30 days").check();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);

  await signOut(page);
  await enterPassword(page, owner);
  await expect(page).not.toHaveURL(/\/sign-in/);
  await page.goto(`${rootUrl}/account/security`);
  await page.getByRole("button", { name: /^Forget / }).click();
  await expect(page.getByText("Remembered devices")).toHaveCount(0);

  await signOut(page);
  await enterPassword(page, owner);
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code", { exact: true }).fill(first);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);

  const dialog = page.getByRole("dialog");
  await page.goto(`${organization.url}/api-keys`);
  await page.getByRole("button", { name: "Create key" }).first().click();
  await dialog.getByLabel("Label").fill("Warehouse scanner");
  await expect(dialog.getByLabel("Your password")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Use a recovery code" }).click();
  await dialog.getByLabel("Recovery code", { exact: true }).fill(first);
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(dialog.getByText("This code is wrong, or was used already.").first()).toBeVisible();
  await dialog.getByLabel("Recovery code", { exact: true }).fill(second);
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(dialog.locator("code").first()).toHaveText(/^key_/);

  const theirs = await browser.newContext();
  await signIn(theirs, member);
  await demand(page, organization, "7");
  const seen = await visit(theirs, `${organization.url}/members`);
  await expect(seen.getByText(/^Set up a second factor by/)).toBeVisible();
  await expect(seen.getByRole("heading", { name: "Members" })).toBeVisible();
  await demand(page, organization, "0");
  await visit(theirs, `${organization.url}/members`);
  await expect(seen.getByText(`${organization.name} wants a second factor from you`)).toBeVisible();
  expect(seen.url()).toContain(`${rootUrl}/account/security/authenticator`);

  await page.goto(`${rootUrl}/account/security`);
  await expect(page.getByText("8 recovery codes are left.")).toBeVisible();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await dialog.getByRole("button", { name: "Use a recovery code" }).click();
  await dialog.getByLabel("Recovery code", { exact: true }).fill(third);
  await dialog.getByRole("button", { name: "Remove second factor" }).click();
  await expect(page.getByRole("link", { name: "Set up an authenticator app" })).toBeVisible();
  await page.goto(`${organization.url}/members`);
  await expect(page).toHaveURL(/\/account\/security\/authenticator/);
});
