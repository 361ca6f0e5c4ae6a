import { expect, type Page } from "@playwright/test";
import { awake, test } from "./test";
import { chooseFromMenu, createOrganization, createPerson, join, signIn } from "./world";

async function fillAddress(page: Page, legend: string, name: string) {
  const group = page.getByRole("group", { name: legend });
  await group.getByLabel("Name", { exact: true }).fill(name);
  await group.getByLabel("Street and number").fill("12 Quay Street");
  await group.getByLabel("City").fill("Rotterdam");
  await group.getByLabel("Country").selectOption("NL");
}

/** Types into the search of a reference and takes what it finds. */
async function choose(page: Page, label: string, typed: string, found: string) {
  const field = page.getByRole("combobox", { name: label }).and(page.locator("input"));
  await field.fill(typed);
  await page.getByRole("option", { name: found }).click();
  await expect(field).toHaveValue(found);
}

test("a shipment is made, moved, reported, found in bulk, and its history stays", async ({ context, page }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  await page.goto(`${organization.url}/shipments`);
  await expect(page.getByText("No shipments yet")).toBeVisible();

  await page.getByRole("link", { name: "New shipment" }).click();
  await page.getByRole("button", { name: "Create shipment" }).click();
  await expect(page.getByText("This is missing.").first()).toBeVisible();
  await fillAddress(page, "From", "Sam Sender");
  await fillAddress(page, "To", "Rita Receiver");
  await page.getByLabel("Weight").fill("2.5");
  await page.getByRole("button", { name: "Add a parcel" }).click();
  await page.getByLabel("Weight").nth(1).fill("1.25");
  await page.getByLabel("Price").fill("19.90");
  await page.getByRole("button", { name: "Create shipment" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "SHP-000001" })).toBeVisible();
  await expect(page.getByText("2 parcels, 3.75 kg")).toBeVisible();
  await awake(page);
  await page.getByRole("button", { name: "Mark as ready" }).click();
  await page.getByRole("button", { name: "Mark as picked up" }).click();
  await expect(page.getByRole("button", { name: "Mark as in transit" })).toBeVisible();
  await chooseFromMenu(page, /More for SHP-000001/, "Report an exception");
  await page.getByLabel("Reason").fill("Nobody was there");
  await page.getByRole("button", { name: "Report exception" }).click();
  await expect(page.getByText("Something went wrong on the way")).toBeVisible();
  await expect(page.getByText("Created as draft")).toBeVisible();

  await page.goto(`${organization.url}/shipments?status=exception`);
  await expect(page.getByText("Nobody was there").first()).toBeVisible();
  await page.getByRole("checkbox", { name: /^Select SHP-/ }).check();
  const labels = page.getByRole("link", { name: "Labels" });
  await expect(labels).toHaveAttribute("href", /\/shipments\/labels\?ids=shp_/);
  await page.getByRole("button", { name: "Set status" }).click();
  await page.getByLabel("New status").selectOption("delivered");
  await page.getByRole("button", { name: "Set status of 1 shipment" }).click();
  await expect(page.getByText("1 shipment changed")).toBeVisible();

  await page.goto(`${organization.url}/shipments`);
  const id = await page.locator("tr[data-row]").first().getAttribute("data-row");
  await page.goto(`${organization.url}/shipments/labels?ids=${id}`);
  await expect(page.getByText("Parcel 2 of 2")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
});

test("a view is saved as a tab, and shared", async ({ context, page, browser }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  await page.goto(`${organization.url}/shipments?service=express`);
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByLabel("Name").fill("Express only");
  await page.getByLabel("Share with everybody here").check();
  await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("link", { name: "Express only" })).toHaveAttribute("aria-current", "page");

  const user = await createPerson("Uma User");
  await join(organization, user, "user");
  const other = await browser.newContext();
  await signIn(other, user);
  const theirs = await other.newPage();
  await theirs.goto(`${organization.url}/shipments`);
  await theirs.getByRole("link", { name: "Express only" }).click();
  await expect(theirs).toHaveURL(/service=express/);
  await expect(theirs.getByRole("button", { name: "Remove view" })).toBeHidden();
});

test("a declared record has list, form, detail, history and its own verbs", async ({ context, page }) => {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  await signIn(context, owner);
  await page.goto(`${organization.url}/customers`);
  await page.getByRole("link", { name: "Add a customer" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Blue Heron Outdoors");
  await page.getByLabel(/^E-mail/).fill("not an address");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByText("Enter one e-mail address, such as maria@example.com.")).toBeVisible();
  await page.getByLabel(/^E-mail/).fill("desk@blueheron.example");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Blue Heron Outdoors" })).toBeVisible();

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Blue Heron");
  await page.getByRole("button", { name: "Save customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Blue Heron", exact: true })).toBeVisible();
  await expect(page.getByText("Blue Heron Outdoors")).toBeVisible();
  await expect(page.getByText("Changed", { exact: true })).toBeVisible();

  await page.goto(`${organization.url}/products/new`);
  await page.getByLabel("Name", { exact: true }).fill("Tent");
  await page.getByLabel("Article number").fill("T-1");
  await page.getByLabel("Price").fill("99.50");
  await page.getByRole("button", { name: "Add product" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Tent" })).toBeVisible();
  const soldNow = page.getByText("Sold now").locator("xpath=following-sibling::*[1]");
  await expect(soldNow).toHaveText("Yes");
  for (const shown of ["No", "Yes"]) {
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByRole("switch", { name: "Sold now" }).click();
    await page.getByRole("button", { name: "Save product" }).click();
    await expect(soldNow).toHaveText(shown);
  }

  await page.goto(`${organization.url}/orders/new`);
  await choose(page, "Customer", "heron", "Blue Heron");
  await choose(page, "Product", "t-1", "Tent");
  await expect(page.getByLabel("Description")).toHaveValue("Tent");
  await expect(page.getByLabel("Price each")).toHaveValue("99.50");
  await page.getByLabel("Quantity").fill("3");
  await page.getByRole("button", { name: "Add order" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "ORD-000001" })).toBeVisible();
  await expect(page.getByText("298.50")).toBeVisible();
  await page.getByRole("link", { name: "Create shipment" }).click();
  await expect(page.getByRole("combobox", { name: /^Order/ })).toHaveValue(/ORD-000001|ord_/);
  await page.goBack();
  await page.getByRole("button", { name: "Confirm order" }).click();
  await page.getByRole("button", { name: "Mark as fulfilled" }).click();
  await expect(page.getByText("This order is fulfilled and stays as it is.")).toBeVisible();

  await page.goto(`${organization.url}/nothing-of-the-kind`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
