import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { encodeId } from "@/lib/ids";
import { test } from "./test";
import {
  createOrganization,
  createPerson,
  createSuperAdmin,
  type Organization,
  type Person,
  password,
  rootUrl,
  signIn,
  unique,
} from "./world";

test.describe.configure({ timeout: 180_000 });

async function pageOf(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext();
  await signIn(context, person);
  return context.newPage();
}

async function prove(dialog: Locator, submit: string): Promise<void> {
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: submit }).click();
}

/** In the console: a plan with two seats and one key, and the organization put on it. Answers the plan's key. */
async function makePlanFor(page: Page, { id }: Organization, name: string): Promise<string> {
  const key = unique("plan").replaceAll("-", "_");
  await page.goto(`${rootUrl}/console/plans/new`);
  await page.getByLabel("Key", { exact: true }).fill(key);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Description").fill("For two people on one quay.");
  for (const box of await page.getByRole("group", { name: "Features" }).getByRole("checkbox").all()) await box.check();
  await page.getByRole("textbox", { name: "Seats" }).fill("2");
  await page.getByRole("textbox", { name: "API keys" }).fill("1");
  await page.getByRole("button", { name: "Review the plan" }).click();
  const dialog = page.getByRole("dialog");
  await prove(dialog, "Make the plan");
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Has everything");

  await page.goto(`${rootUrl}/console/organizations/${encodeId("org", id)}`);
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await dialog.getByLabel("Plan", { exact: true }).selectOption({ label: name });
  await dialog.getByLabel("Why?").fill("They asked for it by telephone");
  await prove(dialog, "Save the plan");
  await expect(page.getByText(`Plan ${name}`)).toBeVisible();
  return key;
}

test("an organization is moved to a plan: it reads what it has and uses, and is told where nothing is left", async ({
  browser,
  page,
  context,
}) => {
  const organization = await createOrganization(await createPerson("Olga Owner"));
  const owner = await pageOf(browser, organization.owner);
  await signIn(context, await createSuperAdmin());
  const name = unique("Quay");
  await makePlanFor(page, organization, name);

  await owner.goto(`${organization.url}/settings/plan`);
  await expect(owner.getByRole("heading", { name: `The plan ${name}` })).toBeVisible();
  await expect(owner.getByText("For two people on one quay.")).toBeVisible();
  await expect(owner.getByText("Agreed beside the plan: They asked for it by telephone")).toBeVisible();
  const seats = owner.getByRole("progressbar", { name: "Seats in use" });
  await expect(seats).toHaveAttribute("aria-valuenow", "1");
  await expect(seats).toHaveAttribute("aria-valuemax", "2");
  await expect(owner.getByRole("progressbar", { name: "API keys in use" })).toHaveAttribute("aria-valuenow", "0");
  await expect(owner.getByRole("progressbar", { name: "Webhooks in use" })).toHaveCount(0);

  await owner.goto(`${organization.url}/api-keys`);
  await expect(owner.getByText("1 API key left of 1.")).toBeVisible();
  const dialog = owner.getByRole("dialog");
  for (const label of ["Scanner", "Web shop"]) {
    await owner.getByRole("button", { name: "Create key" }).first().click();
    await expect(dialog.getByText(label === "Scanner" ? "1 API key left of 1." : "No API key is left")).toBeVisible();
    await dialog.getByLabel("Label").fill(label);
    await prove(dialog, "Create key");
    if (label === "Scanner") await dialog.getByRole("button", { name: "I have kept it" }).click();
  }
  const refusal =
    "No API key is left: 1 of 1 in use. Revoke one to make room. The operators of this installation can raise the limit.";
  await expect(dialog.getByText(refusal)).toBeVisible();
  await expect(dialog.getByLabel("Label")).toHaveValue("Web shop");
  await owner.keyboard.press("Escape");
  await owner.reload();
  await expect(owner.getByText("1 of 1 in use. Revoke one to make room.")).toBeVisible();
  await expect(owner.getByRole("row", { name: /Web shop/ })).toHaveCount(0);
  await owner.goto(`${organization.url}/settings/plan`);
  await expect(owner.getByText("Nothing is left of: API keys")).toBeVisible();
});

test("a change of a plan says first what it does, and holds with the next request", async ({
  browser,
  page,
  context,
}) => {
  const organization = await createOrganization(await createPerson("Olga Owner"));
  const owner = await pageOf(browser, organization.owner);
  await signIn(context, await createSuperAdmin());
  const name = unique("Harbour");
  const key = await makePlanFor(page, organization, name);
  await owner.goto(`${organization.url}/webhooks`);
  const add = owner.getByRole("button", { name: "Add webhook" }).first();
  await expect(add).toBeVisible();

  await page.goto(`${rootUrl}/console/plans/${key}`);
  await page.getByRole("checkbox", { name: "Webhooks" }).uncheck();
  await page.getByRole("textbox", { name: "Seats" }).fill("1");
  await page.getByRole("textbox", { name: "API keys" }).fill("");
  await page.getByRole("button", { name: "Review the change" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("1 organization has it.")).toBeVisible();
  await expect(dialog.getByText("Goes off with the next request: Webhooks")).toBeVisible();
  await expect(dialog.getByText("Seats: 2 becomes 1")).toBeVisible();
  await expect(dialog.getByText("API keys: 1 becomes no limit")).toBeVisible();
  await owner.reload();
  await expect(add, "nothing has happened yet").toBeVisible();
  await prove(dialog, "Save the plan");
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Webhooks");

  await owner.reload();
  await expect(owner.getByText("Webhooks: not in your plan")).toBeVisible();
  await expect(owner.getByText(new RegExp(`^The plan ${name} does not include it`))).toBeVisible();
  await expect(add).toHaveCount(0);
  await owner.getByRole("link", { name: "See plan and use" }).click();
  await expect(owner.getByRole("progressbar", { name: "Seats in use" })).toHaveAttribute("aria-valuemax", "1");
  await expect(owner.getByRole("progressbar", { name: "API keys in use" })).toHaveCount(0);

  await owner.goto(`${organization.url}/members`);
  await owner
    .getByRole("button", { name: /^Invite/ })
    .first()
    .click();
  await expect(owner.getByText("No seat is left")).toBeVisible();
  await expect(owner.getByText("whoever accepts comes in once there is room")).toBeVisible();
});
