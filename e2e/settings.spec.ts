import { expect, type Page } from "@playwright/test";
import { test } from "./test";
import { createOrganization, createPerson, join, mailTo, password, rootUrl, signIn, unique } from "./world";

async function companyOfTwo() {
  const owner = await createPerson("Olga Owner");
  const member = await createPerson("Adam Admin");
  const organization = await createOrganization(owner, unique("Harbour"));
  await join(organization, member, "admin");
  return { owner, member, organization };
}

async function offer(page: Page, url: string, name: RegExp): Promise<void> {
  await page.goto(`${url}/settings/ownership`);
  const choice = page.getByLabel("New owner");
  const value = await choice.locator("option").filter({ hasText: name }).getAttribute("value");
  await choice.selectOption(value ?? "");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Offer ownership" }).click();
  await expect(page.getByRole("button", { name: "Withdraw the offer" })).toBeVisible();
}

test("general settings: a fault keeps what was typed, what was saved stands after a reload", async ({
  context,
  page,
}) => {
  const { owner, organization } = await companyOfTwo();
  await signIn(context, owner);
  await page.goto(`${organization.url}/settings`);
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("x");
  await page.getByLabel("City").fill("Rotterdam");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("At least 2 characters.")).toBeVisible();
  await expect(page.getByLabel("City")).toHaveValue("Rotterdam");

  await name.fill("Harbour & Sons");
  await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
  await page.getByLabel("Weights in").selectOption("lb");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue("Harbour & Sons");
  await expect(page.getByLabel("City")).toHaveValue("Rotterdam");
  await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
  await expect(page.getByLabel("Weights in")).toHaveValue("lb");
  await expect(page.getByRole("button", { name: "Organization: Harbour & Sons. Switch" })).toBeVisible();

  await page.goto(`${organization.url}/audit`);
  await page.getByRole("link", { name: "Changed settings" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("Asia/Tokyo");
  await expect(sheet.getByRole("row", { name: /Time zone/i })).toContainText("UTC");
  await expect(sheet).toContainText("GMT+9");
});

test("roles: the default role holds after a reload", async ({ context, page }) => {
  const { owner, organization } = await companyOfTwo();
  await signIn(context, owner);
  await page.goto(`${organization.url}/settings`);
  await page.getByLabel("Role of new members").selectOption("dispatcher");
  await page.getByRole("button", { name: "Save roles" }).click();
  await expect(page.getByText("Saved. It holds from the next request on.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Role of new members")).toHaveValue("dispatcher");
});

test("a new address warns, leads on, and leaves nothing at the old one", async ({ context, page, browser }) => {
  const { owner, member, organization } = await companyOfTwo();
  const other = await browser.newContext();
  await signIn(other, member);
  const witness = await other.newPage();
  await witness.goto(`${organization.url}/members`);
  await expect(witness.getByRole("heading", { name: "Members" })).toBeVisible();

  const taken = await createOrganization(await createPerson());
  await signIn(context, owner);
  await page.goto(`${organization.url}/settings/address`);
  await expect(page.getByText("Links change")).toBeVisible();
  const field = page.getByLabel("New address");
  await field.fill(taken.slug);
  await page.getByRole("button", { name: "Change address" }).click();
  await expect(page.getByText("This address is taken. Choose another one.").first()).toBeVisible();
  await expect(field).toHaveValue(taken.slug);
  const slug = unique("moved");
  await field.fill(slug);
  await page.getByRole("button", { name: "Change address" }).click();
  const moved = organization.url.replace(organization.slug, slug);
  await page.waitForURL(`${moved}/settings/address`);
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await expect(field).toHaveValue(slug);

  for (const visitor of [page, witness]) {
    const cookies = await visitor.context().cookies(organization.url);
    expect(cookies.length, "the old host's session is still sent").toBeGreaterThan(0);
    const answer = await visitor.goto(`${organization.url}/members`);
    expect(answer?.status()).toBe(404);
    await expect(visitor.locator("body")).not.toContainText(organization.name);
  }
  await witness.goto(`${moved}/members`);
  await expect(witness.getByRole("heading", { name: "Members" })).toBeVisible();
});

test("ownership moves with the password of both, and both are told", async ({ context, page, browser }) => {
  const { owner, member, organization } = await companyOfTwo();
  await signIn(context, owner);
  await page.goto(`${organization.url}/settings/ownership`);
  const choice = page.getByLabel("New owner");
  await choice.selectOption({ label: `${member.name} · ${member.email}` });
  await page.getByLabel("Your password").fill("not my password at all");
  await page.getByRole("button", { name: "Offer ownership" }).click();
  await expect(page.getByText("This is not your password.").first()).toBeVisible();
  await expect(choice).not.toHaveValue("");
  await offer(page, organization.url, /Adam Admin/);
  await mailTo(member.email, /offers you the ownership/);

  const other = await browser.newContext();
  await signIn(other, member);
  const receiver = await other.newPage();
  await receiver.goto(`${organization.url}/`);
  await receiver.getByRole("link", { name: /Olga Owner offers you the ownership/ }).click();
  await receiver.waitForURL(/\/settings\/ownership/);
  await receiver.getByLabel("Your password").fill(password);
  await receiver.getByRole("button", { name: "Accept ownership" }).click();
  await expect(receiver.getByText("Adam Admin (you)")).toBeVisible();
  for (const person of [owner, member]) await mailTo(person.email, /has a new owner/);

  await receiver.goto(`${organization.url}/members`);
  await expect(receiver.getByRole("row", { name: /Adam Admin/ })).toContainText("Owner");
  await expect(receiver.getByLabel("Role of Olga Owner")).toHaveValue("admin");
  await page.reload();
  await expect(page.getByRole("button", { name: "Withdraw the offer" })).toHaveCount(0);
  await expect(page.getByLabel("New owner")).toHaveCount(0);
  await receiver.goto(`${organization.url}/audit`);
  await expect(receiver.getByRole("link", { name: "Offered ownership" })).toBeVisible();
  await expect(receiver.getByRole("link", { name: "Accepted ownership" })).toBeVisible();
});

test("an offer that is declined or withdrawn changes nothing", async ({ context, page, browser }) => {
  const { owner, member, organization } = await companyOfTwo();
  const other = await browser.newContext();
  await signIn(other, member);
  await signIn(context, owner);
  const receiver = await other.newPage();
  // A page that hears nothing of what happens elsewhere.
  await receiver.route("**/live", (route) => route.abort());
  await offer(page, organization.url, /Adam Admin/);
  await receiver.goto(`${organization.url}/settings/ownership`);
  await receiver.getByRole("button", { name: "Decline" }).click();
  await expect(receiver.getByRole("button", { name: "Decline" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("button", { name: "Offer ownership" })).toBeVisible();

  await offer(page, organization.url, /Adam Admin/);
  await receiver.reload();
  await page.getByRole("button", { name: "Withdraw the offer" }).click();
  await expect(page.getByRole("button", { name: "Offer ownership" })).toBeVisible();
  await receiver.getByLabel("Your password").fill(password);
  await receiver.getByRole("button", { name: "Accept ownership" }).click();
  await expect(receiver.getByText("This offer is no longer open.")).toBeVisible();
  await receiver.goto(`${organization.url}/`);
  await expect(receiver.getByText("offers you the ownership")).toHaveCount(0);
});

test("deleting asks for name and password; then the host answers like an unknown one", async ({ context, page }) => {
  const { owner, organization } = await companyOfTwo();
  await signIn(context, owner);
  await page.goto(`${organization.url}/settings/delete`);
  await page.getByLabel("Name of the organization").fill("Something else");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Delete organization" }).click();
  await expect(page.getByText(`Type ${organization.name} exactly.`)).toBeVisible();
  await page.getByLabel("Name of the organization").fill(organization.name);
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Delete organization" }).click();
  await page.waitForURL(`${rootUrl}/organizations`);
  await expect(page.locator("main")).not.toContainText(organization.name);
  const seen: { status: number | undefined; text: string }[] = [];
  for (const url of [organization.url, organization.url.replace(organization.slug, unique("unknown"))]) {
    const answer = await page.goto(`${url}/members`);
    seen.push({ status: answer?.status(), text: await page.locator("body").ariaSnapshot() });
  }
  expect(seen[0]?.status).toBe(404);
  expect(seen[0]).toEqual(seen[1]);
});

test("staff are told which permission the settings need", async ({ context, page }) => {
  const { organization } = await companyOfTwo();
  const staff = await createPerson("Stan Staff");
  await join(organization, staff, "staff");
  await signIn(context, staff);
  const answer = await page.goto(`${organization.url}/settings`);
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole("heading", { name: "This page is not open to you" })).toBeVisible();
  await expect(page.getByText("settings.view")).toBeVisible();
  await expect(page.getByRole("link", { name: "Settings" })).toHaveCount(0);
});
