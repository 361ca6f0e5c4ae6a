import { expect, test } from "@playwright/test";
import { createOrganization, createPerson, guard, join, password, signIn } from "./world";

test("a group: asked, joined, its figures shared, people assigned to several from one page and taken back", async ({
  page,
  context,
  browser,
}) => {
  const [boss, northern, southern] = [
    await createPerson("Hedda Head"),
    await createPerson("Nora North"),
    await createPerson("Sofia South"),
  ];
  const paula = await createPerson("Paula Person");
  const head = await createOrganization(boss, "Head Office");
  await join(head, paula, "user");
  const children = [
    { organization: await createOrganization(northern, "North House"), owner: northern },
    { organization: await createOrganization(southern, "South House"), owner: southern },
  ];
  await signIn(context, boss);
  for (const { organization, owner } of children) {
    await page.goto(`${head.url}/group`);
    await expect(async () => {
      await page.getByRole("textbox", { name: "Its address" }).fill(organization.slug);
      await page.getByRole("button", { name: "Ask to join" }).click({ timeout: 2000 });
      await expect(page.getByText(organization.slug).first()).toBeVisible({ timeout: 3000 });
    }).toPass();

    const theirs = await browser.newContext();
    await signIn(theirs, owner);
    const answering = await theirs.newPage();
    await answering.goto(`${organization.url}/group`);
    const dialog = answering.getByRole("dialog");
    await expect(async () => {
      if (!(await dialog.isVisible()))
        await answering.getByRole("button", { name: "See and accept" }).click({ timeout: 2000 });
      await expect(dialog).toBeVisible({ timeout: 2000 });
    }).toPass();
    await dialog.getByRole("checkbox", { name: "Active members" }).check();
    await dialog.getByRole("checkbox", { name: "User", exact: true }).check();
    await dialog.getByLabel("Your password").fill(password);
    await dialog.getByRole("button", { name: "Join the group" }).click();
    await expect(dialog).toBeHidden();
    await theirs.close();
  }

  await page.goto(`${head.url}/group`);
  for (const name of ["North House", "South House"]) {
    const row = page.getByRole("row", { name: new RegExp(name) });
    await expect(row).toContainText("1"); // its member
    await expect(row).toContainText("Not shared");
  }

  await page.getByRole("link", { name: "Assign people" }).click();
  const line = page.getByRole("row", { name: /Paula Person/ });
  await expect(async () => {
    await line.getByRole("checkbox").check({ timeout: 2000 });
    await page.getByRole("button", { name: "Assign 1 person" }).click({ timeout: 2000 });
  }).toPass();
  const assign = page.getByRole("dialog");
  for (const name of ["North House", "South House"])
    await assign.getByRole("combobox", { name }).selectOption({ label: "User" });
  await assign.getByRole("button", { name: "Assign to 2 organizations" }).click();
  await expect(assign.getByText("Assigned")).toBeVisible();
  await assign.getByRole("button", { name: "Close" }).first().click();
  const places = async () => (await guard()`select from public.memberships where user_id = ${paula.userId}`).length - 1; // the head's own
  expect(await places()).toBe(2);

  await page.goto(`${head.url}/group/people`);
  await expect(line).toContainText("North House (User), South House (User)");
  const back = page.getByRole("dialog", { name: "Take back from Paula Person" });
  await expect(async () => {
    if (!(await back.isVisible())) await line.getByRole("button", { name: "Take back" }).click({ timeout: 2000 });
    await expect(back).toBeVisible({ timeout: 2000 });
  }).toPass();
  await back.getByRole("checkbox", { name: /North House/ }).check();
  await back.getByRole("button", { name: "Take back" }).click();
  await expect(back).toBeHidden();
  await expect(line).toContainText("South House (User)");
  await expect(line).not.toContainText("North House");
  expect(await places()).toBe(1);
});
