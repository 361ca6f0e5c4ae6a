import { expect, type Page } from "@playwright/test";
import { test } from "./test";
import { createOrganization, createPerson, openPalette, posted, rootHost, rootUrl, signIn, unique } from "./world";

async function fillSetUp(page: Page, name: string): Promise<void> {
  await page.goto(`${rootUrl}/organizations/new`);
  await page.getByLabel("Display name").fill(name);
  await page.getByLabel("Company name").fill(`${name} Ltd`);
  await page.getByLabel("Industry").selectOption("freight");
  await page.getByLabel("Company size").selectOption("11-50");
  await page.getByLabel("City").fill("Rotterdam");
  await page.getByLabel("Country").selectOption("NL");
  await page.getByLabel("Default currency").selectOption("EUR");
}

test.describe("set-up", () => {
  test.use({ locale: "de-DE", timezoneId: "Europe/Berlin" });

  test("founds an organization, shows its key once and opens the dashboard", async ({ context, page }) => {
    await signIn(context, await createPerson("Ada Founder"));
    const name = unique("Harbour");
    await page.goto(`${rootUrl}/organizations/new`);
    await expect(page.getByLabel("Country")).toHaveValue("DE");
    await expect(page.getByLabel("Default currency")).toHaveValue("EUR");
    await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
    await fillSetUp(page, name);
    await expect(page.getByText(`${name.toLowerCase()}.${rootHost}`)).toBeVisible();
    await page.getByRole("button", { name: "Create organization" }).click();

    await expect(page.getByRole("heading", { name: "Your organization is ready" })).toBeVisible();
    const key = (await page.locator("code").first().textContent()) ?? "";
    expect(key).toMatch(/^key_[0-9A-Za-z]{62,}$/);
    const dashboard = `http://${name.toLowerCase()}.${rootHost}/`;
    await page.getByRole("link", { name: "Open the dashboard" }).click();
    await page.waitForURL(dashboard);
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    await expect(page.getByText("founded the organization")).toBeVisible();

    await page.goBack();
    await expect(page.getByText(key)).toHaveCount(0);
    const opened = await page.request.get(`http://127.0.0.1:${new URL(rootUrl).port}/api/v1/members`, {
      headers: { Authorization: `Token ${key}`, Host: rootHost },
    });
    expect(opened.status()).toBe(200);

    await fillSetUp(page, name);
    await page.getByRole("button", { name: "Create organization" }).click();
    await expect(page.getByRole("heading", { name: "You set this organization up before" })).toBeVisible();
    await expect(page.getByText("key_")).toHaveCount(0);
  });

  test("tells what is missing and when an address is taken, and keeps what was typed", async ({ context, page }) => {
    const taken = await createOrganization(await createPerson());
    await signIn(context, await createPerson());
    await page.goto(`${rootUrl}/organizations/new`);
    await page.getByRole("button", { name: "Create organization" }).click();
    await expect(page.getByLabel("Display name")).toBeFocused();
    await expect(page.getByLabel("Display name")).toHaveAttribute("aria-invalid", "true");
    const name = unique("Late");
    await fillSetUp(page, name);
    await page.getByLabel("Address").fill(taken.slug);
    await expect(page.getByText(`${taken.slug} is taken`)).toBeVisible();
    await page.getByRole("button", { name: "Create organization" }).click();
    await expect(page.getByText("This address is taken. Choose another one.").first()).toBeVisible();
    await expect(page.getByLabel("Display name")).toHaveValue(name);
  });
});

test.describe("two organizations", () => {
  test("are switched on the same kind of page, by mouse and by keyboard", async ({ context, page }) => {
    const person = await createPerson();
    const one = await createOrganization(person, "First Quay");
    const other = await createOrganization(person, "Second Quay");
    await signIn(context, person);
    await page.goto(`${one.url}/notifications`);
    await page.goto(`${one.url}/members`);
    await page.getByRole("button", { name: "Organization: First Quay. Switch" }).click();
    await page.getByRole("option", { name: /Second Quay/ }).click();
    await page.waitForURL(`${other.url}/members`);
    await expect(page.getByRole("button", { name: "Organization: Second Quay. Switch" })).toBeVisible();

    await (await openPalette(page)).fill("First Quay");
    await page
      .getByRole("option", { name: /First Quay/ })
      .first()
      .click();
    await expect(page.getByRole("button", { name: "Organization: First Quay. Switch" })).toBeVisible();
    expect(new URL(page.url()).host).toBe(new URL(one.url).host);
    await page.goBack();
    await expect(page.getByRole("button", { name: "Organization: Second Quay. Switch" })).toBeVisible();
  });

  test("never cross in two tabs", async ({ context }) => {
    const person = await createPerson();
    const one = await createOrganization(person, "Left Quay");
    const other = await createOrganization(person, "Right Quay");
    await signIn(context, person);
    const [left, right] = [await context.newPage(), await context.newPage()];
    await left.goto(one.url);
    await right.goto(other.url);
    await left.getByRole("button", { name: "Put “Complete the profile” aside" }).click();
    await expect(left.getByRole("link", { name: "Complete the profile" })).toHaveCount(0);
    await right.reload();
    await expect(right.getByRole("link", { name: "Complete the profile" })).toBeVisible();

    // A form that was rendered for the left organization, posted on the right one's host, changes nothing there.
    await right
      .locator("form input[name=organization]")
      .first()
      .evaluate((field: HTMLInputElement, id) => {
        field.value = id;
      }, one.id);
    const answered = posted(right);
    await right.getByRole("button", { name: "Put “Complete the profile” aside" }).click();
    await answered;
    await right.reload();
    await expect(right.getByRole("link", { name: "Complete the profile" })).toBeVisible();
  });
});
