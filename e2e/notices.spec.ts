import { type BrowserContext, expect, type Page } from "@playwright/test";
import { test } from "./test";
import { askToJoin, createOrganization, createPerson, guard, join, mailTo, type Organization, signIn } from "./world";

async function deciderPage(context: BrowserContext, organization: Organization, name: string): Promise<Page> {
  const person = await createPerson(name);
  await join(organization, person, "admin");
  await signIn(context, person);
  const page = await context.newPage();
  await page.goto(`${organization.url}/`);
  await expect(page.getByRole("button", { name: "Notifications" })).toBeVisible();
  return page;
}

const bell = (page: Page, unread: string) => page.getByRole("button", { name: `Notifications${unread}`, exact: true });

async function openBell(page: Page, unread: string): Promise<void> {
  await expect(bell(page, unread)).toBeVisible();
  await expect(async () => {
    await bell(page, unread).click();
    await expect(page.getByRole("dialog", { name: "Notifications" })).toBeVisible({ timeout: 2000 });
  }).toPass();
}

test("two deciders see a request at once; one approves it from the bell with a role, and the other's bell says so", async ({
  browser,
}) => {
  const organization = await createOrganization(await createPerson("Olga Owner"));
  const [first, second] = [await browser.newContext(), await browser.newContext()];
  const maria = await deciderPage(first, organization, "Maria Admin");
  const noah = await deciderPage(second, organization, "Noah Admin");
  const live = maria.waitForRequest(/\/live$/).catch(() => undefined);
  await maria.reload();
  await live;

  const email = await askToJoin(organization, "Ada Asker");
  await openBell(maria, ", 1 unread");
  await expect(maria.getByText("Ada Asker asks to join")).toBeVisible();
  await expect(bell(noah, ", 1 unread")).toBeVisible();
  await expect(maria.getByRole("button", { name: "Approve as User" })).toBeVisible();
  await maria.getByRole("button", { name: "Other role" }).click();
  await maria.getByLabel("Role").selectOption({ label: "Dispatcher" });
  await maria.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(maria.getByText("Approved", { exact: true })).toBeVisible();
  const [made] = await guard()<{ role_key: string }[]>`
    select role_key from public.registration_requests where organization_id = ${organization.id}`;
  expect(made?.role_key).toBe("dispatcher");
  await mailTo(email, /You are approved/);

  await openBell(noah, "");
  await expect(noah.getByText("Approved", { exact: true })).toBeVisible();
});

test("repeats stand as one line; the inbox archives; choices are kept", async ({ context }) => {
  const organization = await createOrganization(await createPerson("Olga Owner"));
  const page = await deciderPage(context, organization, "Maria Admin");
  for (const name of ["Ada", "Bela", "Chandra"]) await askToJoin(organization, `${name} Asker`);
  await openBell(page, ", 3 unread");
  await expect(page.getByRole("link", { name: "3 new requests (unread)" })).toBeVisible();
  await page.getByText("Show each").click();
  await expect(page.getByRole("button", { name: "Approve as User" })).toHaveCount(3);

  await page.goto(`${organization.url}/notifications?show=unread`);
  await expect(page.getByRole("button", { name: "Archive: 3 new requests" })).toBeEnabled();
  await page.getByRole("button", { name: "Archive: 3 new requests" }).click();
  await expect(page.getByText("You have read everything")).toBeVisible();
  await page.getByRole("link", { name: "Archived" }).click();
  await expect(page.getByText("3 people", { exact: false }).or(page.getByText("3 new requests"))).toBeVisible();

  await page.goto(`${organization.url}/notifications/preferences`);
  const row = page.getByRole("listitem").filter({ hasText: "New requests to join" });
  await row.getByLabel("By mail").selectOption("digest");
  await page.getByRole("button", { name: "Save choices" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(row.getByLabel("By mail")).toHaveValue("digest");
});

test("a stand-in decides while somebody is away", async ({ browser }) => {
  const organization = await createOrganization(await createPerson("Olga Owner"));
  const [away, here] = [await browser.newContext(), await browser.newContext()];
  const maria = await deciderPage(away, organization, "Maria Admin");
  const tom = await createPerson("Tom User");
  await join(organization, tom, "user");
  await signIn(here, tom);
  await askToJoin(organization, "Ada Asker");

  await maria.goto(`${organization.url}/registrations`);
  await expect(maria.getByText(/due in 3 days|due in 72 h/)).toBeVisible();
  await maria.getByRole("button", { name: "Name a stand-in" }).click();
  await maria.getByLabel("Who").selectOption({ label: `Tom User · ${tom.email}` });
  const last = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await maria.getByLabel("Last day").fill(last);
  await maria.getByRole("button", { name: "Name stand-in", exact: true }).click();
  await expect(maria.getByText(/Tom User stands in for you/)).toBeVisible();
  await mailTo(tom.email, /You stand in for Maria Admin/);

  const page = await here.newPage();
  await page.goto(`${organization.url}/registrations`);
  await expect(page.getByText(/You stand in for Maria Admin/)).toBeVisible();
  await expect(page.getByText("Ada Asker", { exact: true })).toBeVisible();
  await maria.getByRole("button", { name: "End", exact: true }).click();
  await maria.getByRole("button", { name: "End now" }).click();
  await expect(maria.getByText(/Tom User stands in for you/)).toBeHidden();
  await page.reload();
  await expect(page.getByText("Ada Asker", { exact: true })).toBeHidden();
});
