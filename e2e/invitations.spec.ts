import { type BrowserContext, expect, type Page } from "@playwright/test";
import { test } from "./test";
import { chooseFromMenu, createOrganization, createPerson, mailTo, password, rootUrl, signIn, unique } from "./world";

const address = () => `${unique("guest")}@guests.example`;

async function founded(context: BrowserContext) {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  return organization;
}

async function inviteByMail(page: Page, url: string, emails: string): Promise<void> {
  await page.goto(`${url}/invitations`);
  await page.getByRole("button", { name: "Invite people" }).first().click();
  await page.getByLabel("E-mail addresses").fill(emails);
  await page.getByRole("button", { name: "Send invitations" }).click();
  await expect(page.getByText("Invitation sent", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
}

async function linkTo(email: string): Promise<string> {
  const mail = await mailTo(email, /invites you/);
  return mail.links.find((link) => link.includes("/join/")) ?? "";
}

test("by mail: looking uses nothing up; somebody new gets an account and a membership in one step [S63]", async ({
  context,
  page,
  browser,
}) => {
  const organization = await founded(context);
  const email = address();
  await inviteByMail(page, organization.url, email);
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("Sent");

  const link = await linkTo(email);
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(`${rootUrl}/join`);
  const scan = (url: string) => fetch(url, { method: "HEAD", redirect: "manual" }).then((answer) => answer.type);
  expect(await guest.evaluate(scan, link)).toBe("opaqueredirect");
  await guest.goto(link);
  await expect(guest).toHaveURL(/\/join$/);
  await expect(guest.getByRole("heading", { name: `Join ${organization.name}` })).toBeVisible();
  await expect(guest.locator("dl")).toContainText("Olga Owner");
  await guest.getByLabel("Your name").fill("Nora New");
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.getByRole("button", { name: /Create account and join/ }).click();
  await expect(guest).toHaveURL(new RegExp(`^${organization.url}/`));

  await page.reload();
  await expect(page.getByText("No invitation is open")).toBeVisible();
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("Accepted");
  await guest.goto(link);
  await expect(guest.getByText(/was used/)).toBeVisible();
});

test("by code: shown once, typed as people type, works once", async ({ context, page, browser }) => {
  const organization = await founded(context);
  await page.goto(`${organization.url}/invitations`);
  await page.getByRole("button", { name: "Invite people" }).first().click();
  await page.getByText("By code", { exact: true }).click();
  await page.getByRole("button", { name: "Make a code" }).click();
  const code = await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(code ?? "")).toHaveCount(0);

  const person = await createPerson("Carla Coder");
  const guestContext = await browser.newContext();
  await signIn(guestContext, person);
  const guest = await guestContext.newPage();
  await guest.goto(`${rootUrl}/join`);
  await guest.getByLabel("Code").fill("00000-00000");
  await guest.getByRole("button", { name: "Continue" }).click();
  await expect(guest.getByText("This code opens no invitation.").first()).toBeVisible();
  await guest.getByLabel("Code").fill((code ?? "").toLowerCase().replace("-", " "));
  await guest.getByRole("button", { name: "Continue" }).click();
  await guest.getByRole("button", { name: `Join ${organization.name}` }).click();
  await expect(guest).toHaveURL(new RegExp(`^${organization.url}/`));
});

test("signed in as somebody else: said plainly, with a way on", async ({ context, page, browser }) => {
  const organization = await founded(context);
  const invited = await createPerson("Ivo Invited");
  await inviteByMail(page, organization.url, invited.email);
  const link = await linkTo(invited.email);

  const other = await createPerson("Otto Other");
  const guestContext = await browser.newContext();
  await signIn(guestContext, other);
  const guest = await guestContext.newPage();
  await guest.goto(link);
  await expect(guest.getByText("You are signed in as somebody else")).toBeVisible();
  await expect(guest.getByText(`This invitation is for ${invited.email}`)).toBeVisible();
  await guest.getByRole("button", { name: /Sign out and continue/ }).click();
  await guest.getByRole("link", { name: "Sign in to join" }).click();
  await guest.getByLabel("E-mail address").fill(invited.email);
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.getByRole("button", { name: "Sign in" }).click();
  await guest.getByRole("button", { name: `Join ${organization.name}` }).click();
  await expect(guest).toHaveURL(new RegExp(`^${organization.url}/`));
});

test("revoked and resent links end at once", async ({ context, page, browser }) => {
  const organization = await founded(context);
  const email = address();
  await inviteByMail(page, organization.url, email);
  const first = await linkTo(email);
  await chooseFromMenu(page, new RegExp(`^More for ${email}`), "Send again");
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("Resent");
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(first);
  await expect(guest.getByText(/no longer valid|taken back|was used|run out/)).toBeVisible();
  await expect.poll(() => linkTo(email), { timeout: 60_000 }).not.toBe(first);
  await guest.goto(await linkTo(email));
  await expect(guest.getByRole("heading", { name: `Join ${organization.name}` })).toBeVisible();
  await chooseFromMenu(page, new RegExp(`^More for ${email}`), "Revoke");
  await page.getByRole("button", { name: "Revoke invitation" }).click();
  await expect(page.getByText("No invitation is open")).toBeVisible();
  await guest.reload();
  await expect(guest.getByText(/taken back/)).toBeVisible();
});
