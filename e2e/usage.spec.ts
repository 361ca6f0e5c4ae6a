import { expect, type Locator } from "@playwright/test";
import { dayText } from "@/components/charts/frame";
import { call, makeKey } from "./calls";
import { test } from "./test";
import { createOrganization, createPerson, createSuperAdmin, guard, rootUrl, signIn } from "./world";

/** The figures of a card's table on one day, from left to right. */
async function figuresOf(card: Locator, day: string): Promise<string[]> {
  await card.getByText("Show as a table").click();
  return card.getByRole("row").filter({ hasText: day }).getByRole("cell").allTextContents();
}

test("usage shows each figure on its day, in picture and table, to the organization and to the console", async ({
  context,
  page,
  browser,
}) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const [{ day } = { day: "" }] = await guard()<{ day: string }[]>`
    insert into public.usage_days (organization_id, day, api_calls, api_errors, deliveries, members)
    values (${organization.id}, current_date - 5, 900017, 5, 41, 3)
    returning day::text`;
  const read = dayText(day);
  const key = await makeKey(organization);
  const address = { name: "Ida", street: "Kaai 1", postcode: "9000", city: "Gent", country: "BE" };
  for (const price of ["12.50", "7.25"]) {
    const body = { service: "standard", sender: address, recipient: address, parcels: [{ weight: 1 }], price };
    const made = await call(organization, { ...key, method: "POST", path: "/shipments", body });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
  }

  await signIn(context, owner);
  await page.goto(`${organization.url}/usage`);
  const card = (name: string) =>
    page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name, exact: true }) })
      .last();
  const calls = card("API calls");
  await expect(calls.getByTitle(`${read}: 900,012 answered, 5 errors`)).toBeAttached();
  expect(await figuresOf(calls, day)).toEqual(["900017", "5"]);
  expect(await figuresOf(card("Webhook deliveries"), day)).toEqual(["41"]);
  expect(await figuresOf(card("Members"), day)).toEqual(["3"]);
  await expect(card("Shipments and orders").getByRole("img")).toHaveAccessibleName("2 shipments and 0 orders.");
  await expect(card("Shipments and orders").getByTitle(/: 2 shipments, 0 orders$/)).toBeAttached();
  await expect(card("Shipping spend").getByRole("img")).toHaveAccessibleName(/19\.75.* in all\.$/);

  const console = await browser.newContext();
  await signIn(console, await createSuperAdmin());
  const theirs = await console.newPage();
  await theirs.goto(`${rootUrl}/console/usage`);
  const [{ answered, errors } = { answered: "", errors: "" }] = await guard()<{ answered: string; errors: string }[]>`
    select to_char(sum(api_calls - api_errors), 'FM999,999,999') as answered, sum(api_errors)::text as errors
    from public.usage_days where day = ${day}::date`;
  await expect(theirs.getByTitle(`${read}: ${answered} answered, ${errors} errors`)).toBeAttached();
  const row = theirs.getByRole("row").filter({ hasText: organization.slug });
  await expect(row).toContainText("900,0");
  await console.close();
});
