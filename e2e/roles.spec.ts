import { expect } from "@playwright/test";
import { encodeId } from "@/lib/ids";
import { test } from "./test";
import { createOrganization, createPerson, guard, join, password, signIn } from "./world";

/** An owner, and a Staff member who may only enter. */
async function company() {
  const owner = await createPerson("Olga Owner");
  const staff = await createPerson("Sam Staff");
  const organization = await createOrganization(owner);
  await join(organization, staff, "staff");
  const [row] = await guard()<{ id: string }[]>`
    select id from public.memberships where organization_id = ${organization.id} and user_id = ${staff.userId}`;
  return { owner, staff, organization, member: `${organization.url}/members/${encodeId("mem", row?.id ?? "")}` };
}

test("a refusal says why, a flag opens the page, and ending the session closes it", async ({
  page,
  context,
  browser,
}) => {
  const { owner, staff, organization, member } = await company();
  const theirs = await browser.newContext();
  await signIn(theirs, staff);
  const witness = await theirs.newPage();
  await witness.goto(`${organization.url}/customers`);
  await witness.getByRole("link", { name: "Why?" }).click();
  await expect(witness).toHaveURL(/\/access\?permission=customers\.view$/);
  await expect(witness.getByText("The role Staff does not hold it.")).toBeVisible();
  await expect(witness.getByText("An admin can give it.")).toBeVisible();

  await signIn(context, owner);
  await page.goto(member);
  const flag = page.getByRole("switch", { name: "View customers" });
  await expect(async () => {
    if (!(await flag.isChecked())) await flag.click();
    await expect(page.getByText("The flags of Sam Staff are saved.")).toBeVisible({ timeout: 3000 });
  }).toPass();
  await witness.goto(`${organization.url}/customers`);
  await expect(witness.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();
  await page.goto(`${member}/access?permission=customers.view`);
  await expect(page.getByText("The flag “View customers” gives it.").first()).toBeVisible();

  await page.goto(member);
  await page.getByRole("button", { name: /^End session/ }).click();
  await page.getByRole("button", { name: "End now" }).click();
  await expect(page.getByText("Not signed in at the moment.")).toBeVisible();
});

test("a role of one's own: copied, reviewed before it is saved, deleted with another in its place", async ({
  page,
  context,
}) => {
  const { owner, organization } = await company();
  await signIn(context, owner);
  await page.goto(`${organization.url}/roles/dispatcher`);
  await page.getByRole("link", { name: "Copy" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Copy of Dispatcher");
  await page.getByRole("textbox", { name: "Name" }).fill("Night desk");
  await page.getByRole("button", { name: "Make role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Night desk" })).toBeVisible();

  await guard()`update public.memberships set role_key = 'night_desk'
    where organization_id = ${organization.id} and role_key = 'staff'`;
  await page.getByRole("checkbox", { name: /^View customers/ }).check();
  await page.getByRole("button", { name: "Review changes" }).click();
  const review = page.getByRole("alertdialog");
  await expect(review).toContainText("Gains 1");
  await expect(review).toContainText("Sam Staff");
  await review.getByRole("button", { name: "Change for 1 member" }).click();
  await expect(page.getByText(/Night desk is changed/)).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByLabel("Role instead").selectOption("driver");
  await page.getByRole("button", { name: "Delete role" }).click();
  await expect(page).toHaveURL(`${organization.url}/roles`);
  await page.getByRole("searchbox", { name: "Search permissions" }).fill("proof");
  await expect(page.getByRole("rowheader", { name: /Record proof of delivery/ })).toBeVisible();
});

test("a role with power asks who acts, over the form, and is made", async ({ page, context }) => {
  const { owner, organization } = await company();
  await signIn(context, owner);
  await page.goto(`${organization.url}/roles/new`);
  const power = page.getByRole("checkbox", { name: /^Change roles of members/ });
  await expect(async () => {
    await power.uncheck({ timeout: 2000 });
    await power.check({ timeout: 2000 });
    await expect(page.getByText("1 granted", { exact: true })).toBeVisible({ timeout: 2000 });
  }).toPass(); // a tick that came before the page was awake is given again
  await expect(page.getByRole("checkbox", { name: /^Transfer ownership/ })).toBeDisabled();
  await page.getByRole("textbox", { name: "Name" }).fill("Second desk");
  await guard()`update guard.sessions set confirmed_at = now() - interval '1 hour' where user_id = ${owner.userId}`;
  await page.getByRole("button", { name: "Make role" }).click();
  const proof = page.getByRole("dialog", { name: "Confirm that it is you" });
  await proof.getByLabel("Your password", { exact: true }).fill(password);
  await proof.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Second desk" })).toBeVisible();
});

test("the strict ladder is switched in one place", async ({ page, context }) => {
  const { owner, organization } = await company();
  await signIn(context, owner);
  await page.goto(`${organization.url}/roles`);
  const ladder = page.getByRole("switch", { name: "Strict ladder" });
  await expect(async () => {
    if (!(await ladder.isChecked())) await ladder.click();
    await expect(page.getByText("The strict ladder is on, from the next request on.")).toBeVisible({ timeout: 3000 });
  }).toPass();
  await page.goto(`${organization.url}/roles/dispatcher`);
  await expect(page.getByText("Record proof of delivery")).toBeVisible();
});
