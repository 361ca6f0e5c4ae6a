import { expect, type Page, test } from "@playwright/test";
import { createOrganization, createPerson, mailTo, password, rootUrl, unique } from "./world";

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

  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${rootUrl}/sign-in`);

  await signInAt(page, email, "not the right password");
  await expect(page.getByText("Address and password do not belong together.")).toBeVisible();
  await page.getByRole("link", { name: "Forgotten password" }).click();
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

  const other = await browser.newPage();
  await signInAt(other, stranger.email);
  await expect(other).toHaveURL(`${rootUrl}/account/security`);
  for (const url of [organization.url, organization.url.replace("northwind", "nowhere")]) {
    await other.goto(url);
    await expect(other.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  }
});
