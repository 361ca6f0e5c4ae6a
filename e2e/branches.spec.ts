import { expect, type Page } from "@playwright/test";
import { encodeId } from "@/lib/ids";
import { test } from "./test";
import {
  chooseFromMenu,
  createOrganization,
  createPerson,
  guard,
  join,
  type Organization,
  openPalette,
  signIn,
} from "./world";

type Made = { north: string; south: string; order: string; customer: string };

/** North and South, each with an order, and somebody of North alone. */
async function company() {
  const owner = await createPerson("Olga Owner");
  const nina = await createPerson("Nina North");
  const organization = await createOrganization(owner);
  await join(organization, nina, "member");
  const { id } = organization;
  const [made] = await guard()<Made[]>`
    with n as (insert into public.branches (organization_id, id, name, code) values (${id}, guard.uuid7(), 'North', 'NOR') returning id),
    s as (insert into public.branches (organization_id, id, name, code) values (${id}, guard.uuid7(), 'South', 'SOU') returning id),
    own as (insert into public.orders (organization_id, id, reference, status, channel, total, currency, branch_id, created_at, updated_at)
      select ${id}, guard.uuid7(), 'NORTH-1', 'open', 'web', 0, 'EUR', id, now(), now() from n),
    o as (insert into public.orders (organization_id, id, reference, status, channel, total, currency, branch_id, created_at, updated_at)
      select ${id}, guard.uuid7(), 'SOUTH-1', 'open', 'web', 0, 'EUR', id, now(), now() from s returning id),
    c as (insert into public.customers (organization_id, id, name, kind, branch_id, created_at, updated_at)
      select ${id}, guard.uuid7(), 'Southern Mills', 'company', id, now(), now() from s returning id)
    select n.id as north, s.id as south, o.id as "order", c.id as customer from n, s, o, c`;
  const place = { name: "Quay desk", street: "Quay 1", city: "Gent", country: "BE" };
  for (const [reference, branch] of [
    ["SHP-NORTH", made?.north],
    ["SHP-SOUTH", made?.south],
  ] as const)
    await guard()`insert into public.shipments (organization_id, id, reference, service, sender, recipient, currency, branch_id)
      values (${id}, guard.uuid7(), ${reference}, 'standard', ${guard().json(place)}, ${guard().json(place)}, 'EUR', ${branch ?? ""})`;
  await guard()`update public.memberships set all_branches = false where organization_id = ${id} and user_id = ${nina.userId}`;
  await guard()`insert into public.membership_branches (organization_id, id, membership_id, branch_id)
    select ${id}, guard.uuid7(), id, ${made?.north ?? ""} from public.memberships where organization_id = ${id} and user_id = ${nina.userId}`;
  return {
    owner,
    nina,
    organization,
    order: encodeId("ord", made?.order ?? ""),
    customer: encodeId("cus", made?.customer ?? ""),
  };
}

const noSouth = async (page: Page, { url }: Organization) => {
  await page.goto(`${url}/orders`);
  await expect(page.getByRole("link", { name: "NORTH-1" })).toBeVisible();
  await expect(page.getByText("SOUTH-1")).toHaveCount(0);
  await page.goto(`${url}/orders?q=SOUTH-1`);
  await expect(page.getByText("No results for these filters")).toBeVisible();
};

test("who is of one branch finds nothing of another, until a record is moved to theirs", async ({
  page,
  context,
  browser,
}) => {
  const { owner, nina, organization, order, customer } = await company();
  const theirs = await browser.newContext();
  await signIn(theirs, nina);
  const witness = await theirs.newPage();
  await noSouth(witness, organization);
  for (const path of [`/orders/${order}`, `/customers/${customer}`, `/orders/${order}/edit`]) {
    const answer = await witness.goto(`${organization.url}${path}`);
    expect(answer?.status()).toBe(404);
  }
  await witness.goto(`${organization.url}/orders`);
  await (await openPalette(witness)).fill("SHP-");
  await expect(witness.getByRole("option", { name: /SHP-NORTH/ })).toBeVisible();
  await expect(witness.getByRole("option", { name: /SHP-SOUTH/ })).toHaveCount(0);

  await signIn(context, owner);
  await page.goto(`${organization.url}/orders/${order}`);
  const dialog = page.getByRole("dialog", { name: "Move SOUTH-1 to a branch" });
  await chooseFromMenu(page, /^More/, "Move to branch");
  await dialog.getByRole("combobox", { name: "Branch" }).selectOption({ label: "North" });
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Branch: South to North/)).toBeVisible();
  await witness.goto(`${organization.url}/orders/${order}`);
  await expect(witness.getByRole("heading", { name: "SOUTH-1" }).first()).toBeVisible();
  await expect(witness.getByText(/Branch: another to North/)).toBeVisible(); // the other branch is not theirs to know
});

test("a branch chosen once holds in every list, and is archived with what it holds", async ({ page, context }) => {
  const { owner, organization } = await company();
  await signIn(context, owner);
  await page.goto(`${organization.url}/orders`);
  await page.getByRole("button", { name: /^Branch: / }).click();
  await page.getByRole("menuitemradio", { name: "South" }).click();
  await expect(page.getByText("NORTH-1")).toHaveCount(0);
  await expect(page.getByText("SOUTH-1")).toBeVisible();
  await page.goto(`${organization.url}/assets`);
  await expect(page.getByText("Nothing in South")).toBeVisible();
  await page.goto(`${organization.url}/orders`);
  await expect(page.getByText("NORTH-1")).toHaveCount(0);
  await page.getByRole("button", { name: "Remove filter Branch" }).click();
  await expect(page.getByText("NORTH-1")).toBeVisible();

  await page.goto(`${organization.url}/branches`);
  await chooseFromMenu(page, /^More for South/, "Archive");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText(/1 shipment, 1 order and 1 customer/)).toBeVisible();
  await dialog.getByRole("combobox").selectOption({ label: "North" });
  await dialog.getByRole("button", { name: /Archive/ }).click();
  await expect(dialog).toBeHidden();
  await page.goto(`${organization.url}/orders`);
  const moved = page.getByRole("row", { name: /SOUTH-1/ });
  await expect(moved).toContainText("North");
});
