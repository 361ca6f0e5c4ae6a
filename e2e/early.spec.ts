import { expect, type Page } from "@playwright/test";
import { awake, test } from "./test";
import { createOrganization, createPerson, signIn } from "./world";

/** Opens a page whose scripts are held back until what is done before them is done. */
async function openEarly(page: Page, url: string, before: () => Promise<void>): Promise<void> {
  const scripts = /\/_next\/static\/.*\.js/;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(scripts, async (route) => {
    await held;
    await route.continue();
  });
  await page.evaluate((to) => location.assign(to), url);
  await before();
  const listening = await page
    .getByRole("button", { name: /^(Save|Make)/ })
    .first()
    .evaluate(isListening);
  expect(listening, "no script has come yet").toBe(false);
  release();
  await awake(page);
  await page.unroute(scripts);
}

function isListening(control: Element): boolean {
  return Object.keys(control).some((name) => name.startsWith("__reactProps$"));
}

test("what is typed and chosen before the page's scripts come stays, and is what is saved", async ({
  context,
  page,
}) => {
  const owner = await createPerson("Olga Owner");
  const { url } = await createOrganization(owner);
  await signIn(context, owner);

  const city = page.getByLabel("City");
  const industry = page.getByLabel("Industry");
  const template = page.getByRole("radio", { name: /^Owner and staff/ });
  await openEarly(page, `${url}/settings`, async () => {
    await city.fill("Bergen");
    await industry.selectOption("last_mile");
    await template.check();
  });
  await expect(city).toHaveValue("Bergen");
  await expect(industry).toHaveValue("last_mile");
  await expect(template).toBeChecked();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(template, "another form of the page").toBeChecked();
  await page.reload();
  await expect(city).toHaveValue("Bergen");
  await expect(industry).toHaveValue("last_mile");

  const nobody = page.getByRole("radio", { name: /^Nobody/ });
  const devices = page.getByRole("switch", { name: "Remembered devices count" });
  const ways = page.getByRole("group", { name: "Allowed ways to sign in" }).getByRole("checkbox");
  await openEarly(page, `${url}/settings/security`, async () => {
    await nobody.check();
    await devices.uncheck();
    await page.getByLabel("At the latest").selectOption("12");
    await page.getByLabel("Allowed networks").fill("127.0.0.0/8");
    await ways.last().uncheck();
  });
  await page.getByRole("button", { name: "Save policy" }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(nobody).toBeChecked();
  await expect(devices).not.toBeChecked();
  await expect(page.getByLabel("At the latest")).toHaveValue("12");
  await expect(page.getByLabel("Allowed networks")).toHaveValue("127.0.0.0/8");
  await expect(ways.last()).not.toBeChecked();
});

test("ticks and texts that the page itself follows are followed when they were there before its scripts", async ({
  context,
  page,
}) => {
  const owner = await createPerson("Olga Owner");
  const { url } = await createOrganization(owner);
  await signIn(context, owner);

  const orders = page.getByRole("checkbox", { name: /^View orders/ });
  const customers = page.getByRole("checkbox", { name: /^View customers/ });
  await openEarly(page, `${url}/roles/new`, async () => {
    await page.getByRole("textbox", { name: "Name" }).fill("Night desk");
    await page.getByRole("textbox", { name: "Description" }).fill("From ten to six");
    await orders.check();
    await customers.check();
  });
  await expect(page.getByText("2 granted", { exact: true })).toBeVisible();
  await page.getByRole("checkbox", { name: /^View addresses/ }).check();
  await page.getByRole("button", { name: "Make role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Night desk" })).toBeVisible();
  await expect(page.getByText("From ten to six").first()).toBeVisible();
  for (const name of [/^View orders/, /^View customers/, /^View addresses/])
    await expect(page.getByRole("checkbox", { name })).toBeChecked();

  const accent = page.getByRole("textbox", { name: "Accent colour" });
  await openEarly(page, `${url}/settings/look`, () => accent.fill("#aa3311"));
  await expect(accent).toHaveValue("#aa3311");
  await page.getByRole("button", { name: "Save colour" }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(accent).toHaveValue("#aa3311");
});
