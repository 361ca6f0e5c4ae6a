import { expect } from "@playwright/test";
import { test } from "./test";
import {
  createOrganization,
  createPerson,
  guard,
  join,
  type Organization,
  type Person,
  password,
  signIn,
} from "./world";

async function demote(organization: Organization, person: Person): Promise<void> {
  await guard()`update public.memberships set role_key = 'user'
    where organization_id = ${organization.id} and user_id = ${person.userId}`;
}

/** Wakes every open page of a person, as any news does. */
async function tell(organization: Organization, person: Person, title: string): Promise<void> {
  await guard()`select guard.notify_user(${organization.id}, ${person.userId}, 'member.role_changed', ${title}, '', '/')`;
}

test("who loses a permission while a dialog is open is told, keeps what they typed, and nothing is made", async ({
  context,
  page,
}) => {
  const organization = await createOrganization(await createPerson("Olga Owner"));
  const admin = await createPerson("Ada Admin");
  await join(organization, admin, "admin");
  await signIn(context, admin);
  const dialog = page.getByRole("dialog");

  await page.goto(`${organization.url}/api-keys`);
  await page.getByRole("button", { name: "Create key" }).first().click();
  await dialog.getByLabel("Label").fill("Warehouse scanner");
  await dialog.getByLabel("Your password").fill(password);
  await demote(organization, admin);
  // News wakes both tabs: the one that shows the notice has been drawn anew, the one that is written in waits.
  const second = await context.newPage();
  await second.goto(`${organization.url}/notifications`);
  await tell(organization, admin, "Something happened");
  await expect(second.getByText("Something happened").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Create key" }).click();
  const refused = dialog.getByRole("alert");
  await expect(refused).toContainText("You need “Create, rotate and revoke API keys” for this.");
  await expect(refused.getByRole("link", { name: /Why, and ask for it/ })).toHaveAttribute("target", "_blank");
  await expect(dialog.getByLabel("Label")).toHaveValue("Warehouse scanner");
  const made = await guard()`select from guard.api_keys where organization_id = ${organization.id}`;
  expect(made).toHaveLength(0);

  // Once the dialog is closed the page is what it has become.
  await dialog.getByRole("button", { name: "Close" }).click();
  await tell(organization, admin, "Something else happened");
  await expect(page.getByRole("heading", { name: "This page is not open to you" })).toBeVisible();
});
