import { expect, type Page } from "@playwright/test";
import { test } from "./test";
import {
  chooseFromMenu,
  createOrganization,
  createPerson,
  join,
  mailTo,
  password,
  rootUrl,
  signIn,
  unique,
} from "./world";

const linkIn = (mail: { links: string[] }, path: string) => mail.links.find((link) => link.includes(path)) ?? "";

async function signInAt(page: Page, email: string, secret = password): Promise<void> {
  await page.goto(`${rootUrl}/sign-in?to=/account/security`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("sign up, prove the address, sign out, sign in, choose a new password", async ({ page }) => {
  const email = `${unique("nina")}@people.example`;
  await page.goto(`${rootUrl}/sign-up`);
  await page.getByLabel("Your name").fill("Nina New");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Look in your mail" })).toBeVisible();

  await page.goto(linkIn(await mailTo(email), "/verify"));
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
  await expect(page).toHaveURL(`${rootUrl}/organizations`);

  await chooseFromMenu(page, /^Your account/, "Sign out");
  await expect(page).toHaveURL(`${rootUrl}/sign-in`);

  await signInAt(page, email, "not the right password");
  await expect(page.getByText("Address and password do not belong together.")).toBeVisible();
  await page.getByRole("link", { name: "Forgotten password" }).click();
  await expect(page).toHaveURL(`${rootUrl}/forgot-password`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send a link" }).click();
  await expect(page.getByRole("heading", { name: "Look in your mail" })).toBeVisible();

  await page.goto(linkIn(await mailTo(email, /new password/), "/reset-password"));
  await page.getByLabel("New password", { exact: true }).fill("another long password");
  await page.getByRole("button", { name: "Set password and sign in" }).click();
  await expect(page).toHaveURL(`${rootUrl}/organizations`);
});

test("a session that was ended elsewhere is over on its next request", async ({ browser }) => {
  const person = await createPerson();
  const [here, there] = [await browser.newPage(), await browser.newPage()];
  await signInAt(there, person.email);
  await expect(there).toHaveURL(`${rootUrl}/account/security`);
  await signInAt(here, person.email);
  await here.getByRole("button", { name: /^End session/ }).click();
  await expect(here.getByText("You are signed in here only.")).toBeVisible();
  await there.reload();
  await expect(there).toHaveURL(/\/sign-in\?to=/);
});

test("a new password and a new address want the present password, right after signing in too", async ({ page }) => {
  const person = await createPerson();
  await signInAt(page, person.email);
  await page.getByLabel("New password", { exact: true }).fill("another long password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Enter your password.").first()).toBeVisible();
  await page.getByLabel("Present password").fill(password);
  await page.getByLabel("New password", { exact: true }).fill("another long password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password was changed.")).toBeVisible();

  await page.goto(`${rootUrl}/account`);
  await page.getByLabel("New address").fill(`${unique("new")}@people.example`);
  await page.getByRole("button", { name: "Send a confirmation link" }).click();
  await expect(page.getByText("Enter your password.").first()).toBeVisible();
});

test("who waits for an approval signs in and is told so", async ({ page }) => {
  const person = await createPerson();
  const organization = await createOrganization(await createPerson("Olga Owner"), unique("Awaited"));
  await page.goto(`${rootUrl}/request-access?organization=${organization.slug}`);
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await mailTo(person.email, /Your request to join/);

  await page.goto(`${rootUrl}/sign-in`);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${rootUrl}/organizations`);
  await expect(page.getByText("Waiting for approval")).toBeVisible();
  await expect(page.getByText(organization.name, { exact: true })).toBeVisible();
});

test("a closed page names the missing permission, and who can give it", async ({ context, page }) => {
  const [organization, driver] = [await createOrganization(await createPerson()), await createPerson()];
  await join(organization, driver, "driver");
  await signIn(context, driver);
  for (const [path, words] of [
    ["/audit", "View the audit trail"],
    ["/members", "View members with role and status"],
  ]) {
    expect((await page.goto(`${organization.url}${path}`))?.status()).toBe(403);
    await expect(page.getByText(`You need the permission ${words}`)).toContainText("An admin can give it.");
  }
});

test.describe("before JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the theme changes, and signing out works on every host", async ({ context, page }) => {
    const person = await createPerson();
    const organization = await createOrganization(person);
    await signIn(context, person);
    await page.goto(`${rootUrl}/account`);
    await page.getByRole("button", { name: "Dark" }).click();
    await expect(page.locator("html")).toHaveClass(/dark/);
    await page.goto(`${organization.url}/`);
    await expect(page.locator("html")).toHaveClass(/dark/);
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(`${rootUrl}/sign-in`);
    await page.goto(`${rootUrl}/account`);
    await expect(page).toHaveURL(/\/sign-in\?to=/);
  });
});

test("signing in on the way to an organization arrives there; a stranger's host looks like none", async ({
  browser,
}) => {
  const [owner, stranger] = [await createPerson(), await createPerson()];
  const organization = await createOrganization(owner);
  const page = await browser.newPage();
  await page.goto(`${organization.url}/members`);
  await page.getByLabel("E-mail address").fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${organization.url}/members`);
  await page.goto(`${organization.url}/sign-in`);
  await expect(page).toHaveURL(`${organization.url}/`);

  const other = await browser.newPage();
  await signInAt(other, stranger.email);
  await expect(other).toHaveURL(`${rootUrl}/account/security`);
  for (const url of [organization.url, organization.url.replace("northwind", "nowhere")]) {
    await other.goto(url);
    await expect(other.getByRole("heading", { name: "No organization for you here" })).toBeVisible();
  }
});
