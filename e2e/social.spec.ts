import { expect, type Page } from "@playwright/test";
import { awake, test } from "./test";
import {
  createOrganization,
  createPerson,
  findPerson,
  guard,
  join,
  mailTo,
  password,
  rootUrl,
  signIn,
  unique,
} from "./world";

type There = { sub: string; email?: string; name?: string; verified?: boolean };

/** Signs in at the provider's own page. */
async function beThere(page: Page, who: There): Promise<void> {
  await expect(page.getByRole("heading", { name: "Sign in at the provider" })).toBeVisible();
  await page.getByLabel("Subject").fill(who.sub);
  await page.getByLabel("Address").fill(who.email ?? "");
  await page.getByLabel("Name").fill(who.name ?? "Thea There");
  if (who.verified) await page.getByLabel("Verified").check();
  await page.getByRole("button", { name: "Sign in" }).click();
}

const button = (page: Page) => page.getByRole("button", { name: "Continue with Lighthouse" });

test("somebody new signs in by a provider, is let in to an organization by it, and comes back to where they were", async ({
  page,
}) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const who = { sub: unique("sub"), email: `${unique("thea")}@people.example`, verified: true };
  await page.goto(`${rootUrl}/sign-in`);
  await button(page).click();
  await expect(page.getByRole("heading", { name: "Sign in at the provider" })).toBeVisible();
  const carried = (await page.context().cookies(rootUrl)).filter(({ name }) => /auth|visit/.test(name));
  expect(carried.map(({ name }) => name.replace("__Host-berth-", "")).sort()).toEqual([
    "auth-nonce",
    "auth-pkce",
    "auth-state",
    "visit",
  ]);
  for (const { secure, httpOnly, sameSite, domain } of carried)
    expect({ secure, httpOnly, sameSite, domain }).toEqual({
      secure: true,
      httpOnly: true,
      sameSite: "Lax",
      domain: "berth.localhost",
    });
  await page.getByRole("button", { name: "Turn back" }).click();
  await expect(page.getByText("Lighthouse did not sign you in")).toBeVisible();
  await button(page).click();
  await beThere(page, who);
  await expect(page).toHaveURL(`${rootUrl}/organizations`);
  await page.goto(`${rootUrl}/account/security`);
  await expect(page.getByText("with single sign-on").first()).toBeVisible();
  await page.getByRole("button", { name: "Unlink Lighthouse" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Unlink" }).click();
  await expect(page.getByText("This is the only way into your account")).toBeVisible();
  await join(organization, await findPerson(who.email));
  await page.context().clearCookies();
  await page.goto(`${organization.url}/shipments`);
  await button(page).click();
  await beThere(page, { ...who, email: "moved@elsewhere.example" });
  await expect(page).toHaveURL(`${organization.url}/shipments`);
  await expect(page.getByRole("heading", { level: 1, name: "Shipments" })).toBeVisible();
});

test("an account is never opened by its address: its person signs in and links, or reads the mail", async ({
  page,
}) => {
  const known = await createPerson("Maria Tester");
  const who = { sub: unique("sub"), email: known.email, verified: true };
  await page.goto(`${rootUrl}/sign-in`);
  await button(page).click();
  await beThere(page, who);
  await expect(page.getByText("There is an account with the address")).toBeVisible();
  await page.getByRole("link", { name: "Sign in to link Lighthouse" }).click();
  await page.getByLabel("E-mail address").fill(known.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Link Lighthouse?" })).toBeVisible();
  await page.getByRole("button", { name: "Link Lighthouse" }).click();
  await expect(page).toHaveURL(`${rootUrl}/organizations`);
  expect((await mailTo(known.email, /sign in with/)).text).toContain("single sign-on");

  await page.context().clearCookies();
  const other = await createPerson("Nora Tester");
  await page.goto(`${rootUrl}/sign-in`);
  await button(page).click();
  await beThere(page, { sub: unique("sub"), email: other.email });
  await expect(page.getByText("does not vouch")).toBeVisible();
  await page.getByRole("button", { name: `Send a link to ${other.email}` }).click();
  await expect(page.getByText("We sent a link to")).toBeVisible();
  const mail = await mailTo(other.email, /Confirm your address/);
  await page.goto(mail.links.find((link) => link.includes("/sign-in/link")) ?? "");
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
  await expect(page).toHaveURL(`${rootUrl}/organizations`);
});

test("a person links a provider to their account and takes it away again", async ({ page, context }) => {
  await signIn(context, await createPerson());
  await page.goto(`${rootUrl}/account/security`);
  await page.getByRole("button", { name: "Link Lighthouse" }).click();
  await beThere(page, { sub: unique("sub"), email: "any@address.example" });
  await expect(page.getByText("Lighthouse is one of your ways to sign in now.")).toBeVisible();
  await awake(page);
  await page.getByRole("button", { name: "Unlink Lighthouse" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Unlink" }).click();
  await expect(page.getByText("Lighthouse is unlinked")).toBeVisible();
  await expect(page.getByRole("button", { name: "Link Lighthouse" })).toBeVisible();
});

test("who has no password proves it at the provider in a tab beside, and what they typed stays", async ({ page }) => {
  test.setTimeout(120_000);
  const organization = await createOrganization(await createPerson("Olga Owner"));
  const who = { sub: unique("sub"), email: `${unique("thea")}@people.example`, verified: true };
  await page.goto(`${rootUrl}/sign-in`);
  await button(page).click();
  await beThere(page, who);
  await expect(page).toHaveURL(`${rootUrl}/organizations`);
  const { userId } = await findPerson(who.email);
  await join(organization, await findPerson(who.email), "admin");
  await page.goto(`${organization.url}/api-keys`);
  const age = () =>
    guard()`update guard.sessions set confirmed_at = now() - interval '2 hours' where user_id = ${userId}`;
  await expect(page.getByRole("button", { name: "Create key" }).first()).toBeVisible();
  await age();

  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Create key" }).first().click();
  await dialog.getByLabel("Label").fill("Warehouse scanner");
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(dialog.getByText("Your account has no password")).toBeVisible();
  const [beside] = await Promise.all([
    page.waitForEvent("popup"),
    dialog.getByRole("link", { name: "Sign in again" }).click(),
  ]);
  await button(beside).click();
  await beThere(beside, who);
  await expect(beside.getByRole("heading", { name: "That was you" })).toBeVisible();
  await expect(beside.getByText("Close this tab")).toBeVisible(); // which it says once the other one was told
  await beside.close();
  await expect(dialog.getByText("What you typed is still here.")).toBeVisible();
  await expect(dialog.getByLabel("Label")).toHaveValue("Warehouse scanner");
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(dialog.locator("code").first()).toHaveText(/^key_/);

  await age();
  await page.goto(`${organization.url}/confirm?to=/members?status=active`);
  await expect(page).toHaveURL(new RegExp(`^${rootUrl}/confirm`));
  await button(page).click();
  await beThere(page, who);
  await expect(page).toHaveURL(`${organization.url}/members?status=active`);
});
