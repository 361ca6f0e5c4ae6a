import { type Browser, expect, type Page } from "@playwright/test";
import { encodeId } from "@/lib/ids";
import { test } from "./test";
import {
  createOrganization,
  createPerson,
  createSuperAdmin,
  guard,
  join,
  type Organization,
  type Person,
  password,
  rootUrl,
  signIn,
} from "./world";

async function memberPage({ id }: Organization, { userId }: Person): Promise<string> {
  const [member] = await guard()<{ id: string }[]>`
    select id from public.memberships where organization_id = ${id} and user_id = ${userId}`;
  return `${rootUrl}/console/organizations/${encodeId("org", id)}/members/${encodeId("mem", member?.id ?? "")}`;
}

async function begin(page: Page, organization: Organization, member: Person): Promise<void> {
  await page.goto(await memberPage(organization, member));
  await page.getByLabel("Why?").fill("Ticket 4711: a customer is missing");
  await page.getByLabel("For how long at most").selectOption("15");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: `Act as ${member.name}, read only` }).click();
  await expect(page.getByRole("region", { name: "Support session" })).toBeVisible();
}

async function pageOf(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext();
  await signIn(context, person);
  return context.newPage();
}

test("a super admin acts as a member: with a reason, read only, raised, on the record with both names, and stopped", async ({
  browser,
  context,
  page,
}) => {
  const member = await createPerson("Mia Member");
  const organization = await createOrganization(await createPerson("Olga Owner"));
  await join(organization, member, "member");
  const admin = await createSuperAdmin();
  await signIn(context, admin);
  await begin(page, organization, member);

  const banner = page.getByRole("region", { name: "Support session" });
  await expect(banner).toContainText(`You act as ${member.name} at ${organization.name}`);
  await expect(banner.getByText("Read only")).toBeVisible();
  await expect(banner.getByRole("timer")).toHaveText(/^1[0-5]:\d\d left$/);
  await page.goto(`${organization.url}/customers/new`);
  await expect(page.getByRole("heading", { name: "This page is not open to you" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Ask for it" })).toHaveCount(0);

  const owner = await pageOf(browser, organization.owner);
  await owner.goto(`${organization.url}/members`);
  await expect(owner.getByText(`Berth support is signed in as ${member.name}, read only`)).toBeVisible();
  await expect(owner.getByText("“Ticket 4711: a customer is missing”")).toBeVisible();

  await page.getByRole("button", { name: "Raise" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What do you change, and why?").fill("Ticket 4711: entering it again");
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Raise this session" }).click();
  await expect(banner.getByText("May change records")).toBeVisible();
  await page.goto(`${organization.url}/customers/new`);
  await page.getByLabel("Name", { exact: true }).fill("Lost & Found Ltd");
  await page.getByLabel("Kind").selectOption("company");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lost & Found Ltd" })).toBeVisible();

  await owner.goto(`${organization.url}/members`);
  await expect(owner.getByText(`Berth support is signed in as ${member.name}, and may change records`)).toBeVisible();
  await owner.goto(`${organization.url}/audit?q=record:customer+via:support`);
  const entry = owner.locator("tr[data-row]").filter({ hasText: "Lost & Found Ltd" });
  await expect(entry).toContainText("Support");
  await expect(entry.getByTitle(`${admin.name} <${admin.email}> as ${member.name} <${member.email}>`)).toBeVisible();

  await banner.getByRole("button", { name: "Stop" }).click();
  await expect(page).toHaveURL(`${rootUrl}/console/support`);
  await expect(page.getByRole("row").filter({ hasText: member.email })).toContainText("Stopped");
  expect((await page.goto(`${organization.url}/customers`))?.status()).toBe(404);
});

test("the organization ends a support session, and its next request is out", async ({ browser, context, page }) => {
  const member = await createPerson("Mia Member");
  const organization = await createOrganization(await createPerson("Olga Owner"));
  await join(organization, member, "member");
  await signIn(context, await createSuperAdmin());
  await begin(page, organization, member);

  const owner = await pageOf(browser, organization.owner);
  await owner.goto(`${organization.url}/members`);
  await owner.getByRole("button", { name: `End it: ${member.name}` }).click();
  await expect(owner.getByText("Ended. Support is out from now on.").first()).toBeVisible();

  await page.goto(`${organization.url}/customers`);
  await expect(page.getByRole("heading", { name: "Support sessions" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: member.email })).toContainText("Ended by the organization");
});
