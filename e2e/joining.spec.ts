import { expect, type Page } from "@playwright/test";
import { test } from "./test";
import {
  createOrganization,
  createPerson,
  guard,
  join,
  mailTo,
  type Organization,
  type Person,
  rootUrl,
  signIn,
  unique,
} from "./world";

const password = "a long enough password";

async function ask(page: Page, organization: Organization, email: string): Promise<void> {
  await page.goto(`${rootUrl}/request-access?organization=${organization.slug}`);
  await page.getByLabel("Your name").fill("Ada Asker");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await mailTo(email, /Your request to join/);
}

async function approve(page: Page, organization: Organization): Promise<void> {
  await page.goto(`${organization.url}/registrations`);
  await page.getByRole("link", { name: /Ada Asker/ }).click();
  await page.getByRole("button", { name: /^Approve/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve request" }).click();
  await expect(page.getByText("Waiting for them:")).toBeVisible();
}

async function activationLink(email: string): Promise<string> {
  const mail = await mailTo(email, /You are approved/);
  return mail.links.find((each) => each.includes("/activate/open")) ?? "";
}

async function activate(page: Page, link: string, organization: Organization): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: `Join ${organization.name}` }).click();
}

async function invite(organization: Organization, person: Person): Promise<void> {
  await guard()`select guard.insert_invitation(${organization.id}, 'link', ${person.email}, 'user', ${unique("token")},
    (select id from public.memberships where organization_id = ${organization.id} and role_key = 'owner'),
    ${organization.owner.name}, false, null)`;
}

test("a new address: whoever changes it lands there, the others find it, and the old one leads nowhere", async ({
  browser,
  context,
  page,
}) => {
  const organization = await createOrganization(await createPerson("Olga Owner"), "Harbour Lines");
  const admin = await createPerson("Maria Admin");
  await join(organization, admin, "admin");
  const others = await browser.newContext();
  await signIn(others, admin);
  const other = await others.newPage();
  await other.goto(`${organization.url}/members`);
  await expect(other).toHaveURL(`${organization.url}/members`);

  await signIn(context, organization.owner);
  await page.goto(`${organization.url}/settings/address`);
  const slug = unique("harbour");
  await page.getByLabel("New address").fill(slug);
  await page.getByRole("button", { name: "Change address" }).click();
  const moved = organization.url.replace(organization.slug, slug);
  await page.waitForURL(`${moved}/settings/address`);
  await expect(page.getByRole("heading", { name: "Settings" }).first()).toBeVisible();

  const answer = await other.goto(`${organization.url}/members`);
  expect(answer?.status()).toBe(404);
  await expect(other.getByRole("heading", { name: "No organization for you here" })).toBeVisible();
  await other.getByRole("link", { name: "My organizations" }).click();
  await other.getByRole("link", { name: "Harbour Lines" }).click();
  await other.waitForURL(`${moved}/`);

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${organization.url}/members`);
  await expect(stranger.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(stranger.locator("body")).not.toContainText("Harbour Lines");
});

test("an approval is taken back with a reason, and its link opens nothing", async ({ browser, context, page }) => {
  const organization = await createOrganization(await createPerson("Olga Owner"));
  const email = `${unique("ada")}@asking.example`;
  const asker = await (await browser.newContext()).newPage();
  await ask(asker, organization, email);
  await signIn(context, organization.owner);
  await approve(page, organization);
  const link = await activationLink(email);
  await page.getByRole("button", { name: "Take the approval back" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("That was the other Ada");
  await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText(/Approval taken back by Olga Owner/)).toBeVisible();
  expect((await mailTo(email, /was taken back/)).text).toContain("That was the other Ada");
  await asker.goto(link);
  await expect(asker.getByLabel("Password", { exact: true })).toBeHidden();
});

test("an approval waits where who gave it may not any more, until somebody approves again", async ({
  browser,
  context,
  page,
}) => {
  const organization = await createOrganization(await createPerson("Olga Owner"));
  const admin = await createPerson("Maria Leaving");
  await join(organization, admin, "admin");
  const email = `${unique("ada")}@asking.example`;
  const asker = await (await browser.newContext()).newPage();
  await ask(asker, organization, email);
  await signIn(context, admin);
  await approve(page, organization);
  await guard()`delete from public.memberships where organization_id = ${organization.id} and user_id = ${admin.userId}`;

  await activate(asker, await activationLink(email), organization);
  await expect(asker.getByText("somebody there has to approve it again").first()).toBeVisible();

  await mailTo(organization.owner.email, /Ada Asker needs another approval/);
  const owner = await (await browser.newContext()).newPage();
  await signIn(owner.context(), organization.owner);
  await owner.goto(`${organization.url}/registrations?state=approved`);
  await expect(owner.getByRole("row", { name: /Ada Asker/ })).toContainText("Needs another approval");
  await owner.getByRole("link", { name: /Ada Asker/ }).click();
  await expect(owner.getByText("Maria Leaving may no longer give this role")).toBeVisible();
  await owner.getByRole("button", { name: "Approve again" }).click();
  await expect(owner.getByText(`A new link is on its way to ${email}.`)).toBeVisible();
  await expect(async () => {
    const link = await activationLink(email);
    await asker.goto(link);
    await expect(asker.getByLabel("Password", { exact: true })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await asker.getByLabel("Password", { exact: true }).fill(password);
  await asker.getByRole("button", { name: `Join ${organization.name}` }).click();
  await asker.waitForURL(`${organization.url}/`);
});

test("the switcher counts invitations and leads to where they are accepted", async ({ context, page }) => {
  const home = await createOrganization(await createPerson("Olga Owner"), "Home Freight");
  const [one, two] = [
    await createOrganization(await createPerson("Otto Owner"), "Baltic Parcels"),
    await createOrganization(await createPerson("Orla Owner"), "Canal Couriers"),
  ];
  await invite(one, home.owner);
  await invite(two, home.owner);
  await signIn(context, home.owner);
  await page.goto(`${home.url}/`);
  await expect(page.getByText("2 invitations wait for you").first()).toBeAttached();
  await expect(async () => {
    await page
      .getByRole("button", { name: /^Organization: Home Freight/ })
      .first()
      .click({ timeout: 2000 });
    await expect(page.getByText("Invitations", { exact: false }).first()).toBeVisible({ timeout: 2000 });
    await expect(page.getByRole("option", { name: /Baltic Parcels/ })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.getByRole("option", { name: /Baltic Parcels/ }).click();
  await page.waitForURL(/\/join\?invitation=inv_/);
  await expect(page.getByText("Otto Owner")).toBeVisible();
  await page.getByRole("button", { name: "Join Baltic Parcels" }).click();
  await page.waitForURL(`${one.url}/`);
  await expect(page.getByText("1 invitation waits for you").first()).toBeAttached();
  await page.goto(`${rootUrl}/organizations`);
  await expect(page.getByRole("button", { name: "Join Canal Couriers" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Join Baltic Parcels" })).toHaveCount(0);
});
