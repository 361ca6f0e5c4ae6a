import { expect, type Page } from "@playwright/test";
import { call, makeKey } from "./calls";
import { test } from "./test";
import { chooseFromMenu, createOrganization, createPerson, guard, join, signIn } from "./world";

const chipOf = (page: Page) => page.getByRole("list", { name: "Filters in use" }).getByRole("listitem").first();

/** Opens the search behind a filter's menu, ready to be typed into. */
async function seek(page: Page, one: string) {
  const name = `Find a ${one}`;
  await chooseFromMenu(page, /^Filter$/, name);
  const dialog = page.getByRole("dialog", { name });
  await expect(dialog.getByRole("combobox", { name, exact: true })).toBeFocused();
  return dialog;
}

test("of many customers, those that a list is narrowed to are found by typing, one after another", async ({
  page,
  context,
}) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const { key } = await makeKey(organization);
  const made = await Promise.all(
    ["Zander Quay", "Zorn Yard", "Ann 100"].map((name) =>
      call(organization, { key, method: "POST", path: "/customers", body: { name, kind: "company" } }),
    ),
  );
  await guard()`insert into public.customers (organization_id, id, name, kind, created_at, updated_at)
    select ${organization.id}, guard.uuid7(), 'Ann ' || n, 'company', now(), now() from generate_series(101, 199) n`;
  for (const [at, name] of [
    [0, "Quay gate"],
    [1, "Yard gate"],
    [2, "Ann's gate"],
  ] as const) {
    const body = { name, customer_id: made[at]?.body.id, street: "Quay 1", city: "Rotterdam", country: "NL" };
    expect(await call(organization, { key, method: "POST", path: "/addresses", body })).toMatchObject({ status: 201 });
  }
  await signIn(context, owner);
  await page.goto(`${organization.url}/addresses`);
  const rows = page.getByRole("row").filter({ hasText: "gate" });
  await expect(rows).toHaveCount(3);
  for (const [typed, found, names] of [
    ["zander", "Zander Quay", "Zander Quay"],
    ["zor", "Zorn Yard", "Zander Quay, Zorn Yard"],
  ] as const) {
    const dialog = await seek(page, "customer");
    await page.keyboard.type(typed);
    await page.getByRole("option", { name: found }).click();
    await expect(dialog).toBeHidden();
    await expect(chipOf(page)).toHaveText(`Customer: ${names}`);
  }
  await expect(rows).toHaveText([/Quay gate/, /Yard gate/]);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page.getByRole("menuitemcheckbox", { name: /^Ann/ })).toHaveCount(12);
  await page.getByRole("menuitemcheckbox", { name: "Zander Quay", checked: true }).click();
  await expect(chipOf(page)).toHaveText("Customer: Zorn Yard");
  await expect(rows).toHaveText([/Yard gate/]);

  // What the address names of another organization has no name here, and nothing is found by it.
  const elsewhere = await createOrganization(await createPerson("Fred Foreign"));
  const { key: theirs } = await makeKey(elsewhere);
  const body = { name: "Hidden Hold", kind: "company" };
  const foreign = (await call(elsewhere, { key: theirs, method: "POST", path: "/customers", body })).body.id;
  await page.goto(`${organization.url}/addresses?customerId=${foreign}`);
  await expect(chipOf(page)).toHaveText(`Customer: ${foreign}`);
  await expect(page.getByText("No results for these filters")).toBeVisible();
  await expect(page.getByText("Hidden Hold")).toHaveCount(0);
  await page.goto(`${organization.url}/addresses?customerId=cus_nonsense`);
  await expect(page).toHaveURL(`${organization.url}/addresses`);
  await expect(rows).toHaveCount(3);
});

test("of many members, whose calls the log is narrowed to is found by typing", async ({ page, context }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  for (let n = 10; n < 32; n += 1) await join(organization, await createPerson(`Ben ${n}`));
  await join(organization, await createPerson("Zoe Zimmer"));
  await signIn(context, owner);
  await page.goto(`${organization.url}/logs`);
  const chip = chipOf(page);
  const dialog = await seek(page, "member");
  await expect(page.getByRole("menuitemcheckbox")).toHaveCount(0);
  await page.keyboard.type("zimm");
  await page.getByRole("option", { name: /Zoe Zimmer/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/logs\?by=mem_\w+$/);
  await expect(chip).toHaveText("By: Zoe Zimmer");
  await seek(page, "member");
  await page.keyboard.type("nobody of this name");
  await expect(page.getByText("Nothing found for “nobody of this name”.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(chip).toHaveText("By: Zoe Zimmer");
});
