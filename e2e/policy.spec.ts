import { type Browser, expect, type Page } from "@playwright/test";
import { awake, test } from "./test";
import {
  createOrganization,
  createPerson,
  guard,
  join,
  mailTo,
  type Organization,
  type Person,
  password,
  signIn,
} from "./world";

async function pageOf(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext();
  await signIn(context, person);
  return context.newPage();
}

async function team() {
  const owner = await createPerson("Olga Owner");
  const member = await createPerson("Mia Member");
  const organization = await createOrganization(owner);
  await join(organization, member, "manager");
  return { owner, member, organization };
}

/** As if their last proof lay hours back. */
async function age({ userId }: Person): Promise<void> {
  await guard()`update guard.sessions set confirmed_at = now() - interval '2 hours' where user_id = ${userId}`;
}

async function openPolicy(page: Page, { url }: Organization): Promise<void> {
  await page.goto(`${url}/settings/security`);
  await expect(page.getByLabel("Allowed networks")).toBeVisible();
}

test("who is outside of the allowed networks is kept out, and the owner finds the way back", async ({
  browser,
  context,
  page,
}) => {
  const { owner, member, organization } = await team();
  const theirs = await pageOf(browser, member);
  await theirs.goto(`${organization.url}/members`);
  await expect(theirs.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();

  await signIn(context, owner);
  await openPolicy(page, organization);
  await page.getByLabel("Allowed networks").fill("203.0.113.0/24");
  await page.getByRole("button", { name: "Save policy" }).click();
  await page.getByLabel(/^Save it all the same/).check();
  await page.getByRole("button", { name: "Save policy" }).click();
  await expect(page.getByText("You are outside of the allowed networks")).toBeVisible();

  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Your network is not allowed" })).toBeVisible();
  await theirs.getByRole("link", { name: "open its security policy" }).click();
  await expect(theirs).toHaveURL(/\/settings\/security$/);
  await expect(theirs.getByRole("heading", { name: "Your network is not allowed" })).toBeVisible();

  await age(owner);
  await page.goto(`${organization.url}/members`);
  await page.getByRole("link", { name: "open its security policy" }).click();
  await expect(page.getByRole("heading", { name: "Confirm that it is you" })).toBeVisible();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("You are outside of the allowed networks")).toBeVisible();
  await awake(page);
  await page.getByLabel("Allowed networks").fill("");
  await page.getByRole("button", { name: "Save policy" }).click();
  await expect(page.getByRole("link", { name: "Members" }).first()).toBeVisible();
  const looks = await guard()`select 1 from audit.entries
    where organization_id = ${organization.id} and action = 'opened_from_outside'`;
  expect(looks.length).toBeGreaterThan(0);

  await theirs.goto(`${organization.url}/members`);
  await expect(theirs.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
});

test("a session that the organization calls too old ends there, and goes on after a proof", async ({
  browser,
  context,
  page,
}) => {
  const { owner, member, organization } = await team();
  const theirs = await pageOf(browser, member);
  await theirs.goto(`${organization.url}/members`);
  await expect(theirs.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();

  await signIn(context, owner);
  await openPolicy(page, organization);
  await page.getByLabel("At the latest").selectOption("8");
  await page.getByRole("button", { name: "Save policy" }).click();
  await expect(page.getByText("Saved. It holds from the next request on.")).toBeVisible();

  await guard()`update guard.sessions set signed_in_at = now() - interval '9 hours' where user_id = ${member.userId}`;
  await theirs.goto(`${organization.url}/members?status=active`);
  await expect(theirs.getByRole("heading", { name: "Confirm that it is you" })).toBeVisible();
  await expect(theirs.getByText("The organization asks for it again at times.")).toBeVisible();
  await theirs.getByLabel("Your password").fill(password);
  await theirs.getByRole("button", { name: "Continue" }).click();
  await expect(theirs).toHaveURL(`${organization.url}/members?status=active`);
  await expect(theirs.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
});

test("an admin resets a lost second factor, after proving over the page who they are", async ({
  browser,
  context,
  page,
}) => {
  const { owner, member, organization } = await team();
  const theirs = await pageOf(browser, member);
  await theirs.goto(`${organization.url}/members`);
  await expect(theirs.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
  await guard()`insert into guard.factors (user_id, seed, confirmed_at) values (${member.userId}, 'lost', now())`;
  await guard()`select guard.show_factor(${member.userId})`;

  await signIn(context, owner);
  await page.goto(`${organization.url}/members`);
  await expect(page.getByRole("button", { name: `More for ${member.name}` })).toBeVisible();
  await age(owner);
  await page.getByRole("button", { name: `More for ${member.name}` }).click();
  await page.getByRole("menuitem", { name: "Reset second factor" }).click();
  await page.getByRole("button", { name: "Reset second factor" }).click();
  const proof = page.getByRole("dialog", { name: "Confirm that it is you" });
  await proof.getByLabel("Your password").fill("not this one, for sure");
  await proof.getByRole("button", { name: "Continue" }).click();
  await expect(proof.getByText("This is not your password.").first()).toBeVisible();
  await proof.getByLabel("Your password").fill(password);
  await proof.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("The second factor is reset. Their sessions were ended.").first()).toBeVisible();

  const mail = await mailTo(member.email, /second factor/i);
  expect(mail.text).toContain("reset");
  await theirs.goto(`${organization.url}/members`);
  await theirs.getByLabel("E-mail").fill(member.email);
  await theirs.getByLabel("Password", { exact: true }).fill(password);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
  await page.goto(`${organization.url}/audit?q=action:members.reset_factor`);
  const entry = page.getByRole("row").filter({ hasText: "Reset a person's second factor" });
  await expect(entry).toContainText(member.name);
});
