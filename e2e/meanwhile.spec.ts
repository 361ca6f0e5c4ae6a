import { expect, type Page } from "@playwright/test";
import { test } from "./test";
import {
  chooseFromMenu,
  createOrganization,
  createPerson,
  createSuperAdmin,
  password,
  posted,
  rootUrl,
  signIn,
  unique,
} from "./world";

const told = "Somebody else changed this while you had it open";

async function openEdit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("link", { name: "https://example.com/hooks" }).click();
  await chooseFromMenu(page, /^More for this webhook/, "Edit");
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "Address" })).toBeVisible();
}

test("two tabs edit the same webhook: the second is told, loses nothing and overwrites nothing unseen", async ({
  context,
  page,
}) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  await page.goto(`${organization.url}/webhooks`);
  await page.getByRole("button", { name: "Add webhook" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Address" }).fill("https://example.com/hooks");
  await dialog.getByLabel("Search events").fill("webhook.test");
  await dialog.getByRole("checkbox", { name: "webhook.test" }).check();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  await dialog.getByRole("button", { name: "I have kept it" }).click();

  const second = await context.newPage();
  const late = second.getByRole("dialog");
  await openEdit(page, `${organization.url}/webhooks`);
  await openEdit(second, `${organization.url}/webhooks`);
  await dialog.getByRole("textbox", { name: "Description" }).fill("Warehouse");
  await dialog.getByLabel("Search events").fill("role.created");
  await dialog.getByRole("checkbox", { name: "role.created" }).check();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);

  await late.getByRole("textbox", { name: "Address" }).fill("https://example.com/other");
  await late.getByLabel("Your password").fill(password);
  await late.getByRole("button", { name: "Save" }).click();
  await expect(late.getByText(told)).toBeVisible();
  await expect(late.getByRole("textbox", { name: "Address" })).toHaveValue("https://example.com/other");
  await expect(late.getByRole("textbox", { name: "Description" })).toHaveValue("Warehouse");
  await expect(late.getByText("2 events are chosen.")).toBeVisible();
  await late.getByLabel("Your password").fill(password);
  await late.getByRole("button", { name: "Save" }).click();
  await expect(late).toHaveCount(0);
  await second.goto(`${organization.url}/webhooks`);
  const row = second.getByRole("row", { name: /example\.com\/other/ });
  await expect(row).toContainText("Warehouse");
  await expect(row).toContainText("2");
});

test("two tabs save the same settings: a field that both wrote says what the other one chose", async ({
  context,
  page,
}) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  const second = await context.newPage();
  for (const tab of [page, second]) await tab.goto(`${organization.url}/settings`);
  const save = (tab: Page) => tab.getByRole("button", { name: "Save settings" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Harbour Lines");
  await page.getByLabel("City").fill("Bergen");
  await save(page);
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();

  await second.getByLabel("Name", { exact: true }).fill("Quay Lines");
  await save(second);
  await expect(second.getByText(told)).toBeVisible();
  await expect(second.getByLabel("Name", { exact: true })).toHaveValue("Quay Lines");
  await expect(second.getByText("Somebody else made this “Harbour Lines” meanwhile.")).toBeVisible();
  await expect(second.getByLabel("City")).toHaveValue("Bergen");
  await save(second);
  await expect(second.getByText("Saved.", { exact: true })).toBeVisible();

  // Who saves twice in one tab is told of nobody else.
  await second.getByLabel("City").fill("Oslo");
  const answered = posted(second);
  await save(second);
  await answered;
  await expect(second.getByText(told)).toHaveCount(0);
  await second.reload();
  await expect(second.getByLabel("City")).toHaveValue("Oslo");
  await expect(second.getByLabel("Name", { exact: true })).toHaveValue("Quay Lines");
});

test("two tabs change the same plan: the second is told before anything is reviewed", async ({ context, page }) => {
  await signIn(context, await createSuperAdmin());
  const key = unique("plan").replaceAll("-", "_");
  await page.goto(`${rootUrl}/console/plans/new`);
  await page.getByLabel("Key", { exact: true }).fill(key);
  await page.getByLabel("Name", { exact: true }).fill(unique("Quay"));
  await page.getByRole("button", { name: "Review the plan" }).click();
  await page.getByRole("dialog").getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page).toHaveURL(`${rootUrl}/console/plans`);

  const second = await context.newPage();
  for (const tab of [page, second]) await tab.goto(`${rootUrl}/console/plans/${key}`);
  await page.getByRole("textbox", { name: "Seats" }).fill("5");
  await page.getByRole("button", { name: "Review the change" }).click();
  await page.getByRole("dialog").getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Save the plan" }).click();
  await expect(page).toHaveURL(`${rootUrl}/console/plans`);

  await second.getByLabel("Name", { exact: true }).fill("Long quay");
  await second.getByRole("button", { name: "Review the change" }).click();
  await expect(second.getByText(told)).toBeVisible();
  await expect(second.getByRole("dialog")).toHaveCount(0);
  await expect(second.getByLabel("Name", { exact: true })).toHaveValue("Long quay");
});

test("two tabs edit the same role: the second is told and reviews its changes against what it is now", async ({
  context,
  page,
}) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  await page.goto(`${organization.url}/roles/dispatcher`);
  await page.getByRole("link", { name: "Copy" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Night desk");
  await page.getByRole("button", { name: "Make role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Night desk" })).toBeVisible();

  const late = await context.newPage();
  await late.goto(page.url());
  const save = async (tab: Page, permission: RegExp) => {
    await tab.getByRole("checkbox", { name: permission }).check();
    await tab.getByRole("button", { name: "Review changes" }).click();
    await tab.getByRole("button", { name: "Save role" }).click();
  };
  await save(page, /^View customers/);
  await expect(page.getByText(/Night desk is changed/)).toBeVisible();
  await save(late, /^View addresses/);
  await expect(late.getByText("Somebody else changed this role while you had it open")).toBeVisible();
  await late.getByRole("button", { name: "Review changes" }).click();
  const review = late.getByRole("alertdialog");
  await expect(review).toContainText("Gains 1");
  await expect(review).toContainText("Loses 1");
  await review.getByRole("button", { name: "Save role" }).click();
  await expect(late.getByText(/Night desk is changed/)).toBeVisible();
});
