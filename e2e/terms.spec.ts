import { type Browser, expect, type Page } from "@playwright/test";
import { type Installation, ownInstallation } from "./own-installation";
import { awake, test } from "./test";
import { password } from "./world";

test.describe.configure({ timeout: 240_000 });

let installation: Installation;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  installation = await ownInstallation();
});

test.afterAll(() => installation?.stop());

async function fillSignUp(page: Page, name: string, email: string): Promise<void> {
  await page.goto(`${installation.url}/sign-up`);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

/** Sends the form, proves the address, and is signed in. */
async function comeIn(page: Page, email: string): Promise<void> {
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Look in your mail" })).toBeVisible();
  await page.goto(await installation.mailTo(email));
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
  await expect(page).toHaveURL(`${installation.url}/organizations`);
}

async function publish(page: Page, body: string): Promise<void> {
  await page.goto(`${installation.url}/console/terms`);
  await page.getByRole("button", { name: "Publish a version" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Text", { exact: true }).fill(body);
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

const newPage = async (browser: Browser) => (await browser.newContext()).newPage();

test("terms are published in the console, accepted at a sign-up, and again at each new version", async ({
  browser,
}) => {
  const [admin, visitor] = [await newPage(browser), await newPage(browser)];
  const box = visitor.getByRole("checkbox", { name: /^I have read and accept the terms/ });
  const due = visitor.getByText("Read and accept the terms");

  await visitor.goto(`${installation.url}/terms`);
  await expect(visitor.getByRole("heading", { name: "There are no terms" })).toBeVisible();
  await fillSignUp(admin, "Sven Adler", "sven@people.example");
  await expect(admin.getByRole("checkbox")).toHaveCount(0);
  await comeIn(admin, "sven@people.example");
  await installation.makeSuperAdmin("sven@people.example");
  await publish(admin, "Be kind to each other.");
  await expect(admin.getByRole("row", { name: /Version 1/ })).toContainText("Sven Adler");

  await fillSignUp(visitor, "", "nina@people.example");
  await visitor.getByLabel("Password", { exact: true }).fill("short");
  await visitor.getByRole("button", { name: "Create account" }).click();
  await expect(visitor.getByLabel("Your name")).toBeFocused();
  await expect(visitor.getByText(/At least 12 characters/).last()).toBeVisible();
  await expect(visitor.getByText("Read and accept the terms. There may be")).toBeVisible();
  await fillSignUp(visitor, "Nina New", "nina@people.example");
  await visitor.getByRole("button", { name: "Create account" }).click();
  await expect(visitor.getByText(/accept the terms/).last()).toBeVisible();
  await expect(box).toBeFocused();
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await expect(visitor).toHaveURL(/\/sign-up$/);
  await expect(visitor.getByLabel("Your name")).toHaveValue("Nina New");
  await visitor.getByLabel("Password", { exact: true }).fill(password);
  const [read] = await Promise.all([
    visitor.context().waitForEvent("page"),
    visitor.getByRole("link", { name: "terms" }).click(),
  ]);
  await expect(read.getByRole("region", { name: "Text of the terms" })).toHaveText("Be kind to each other.");
  await read.close();
  await box.check();
  await comeIn(visitor, "nina@people.example");
  await expect(due).toHaveCount(0);

  await publish(admin, "Be kind to each other, and to the drivers.");
  await visitor.reload();
  await expect(due).toBeVisible();
  await visitor.getByRole("link", { name: "Read the terms" }).click();
  await expect(visitor.getByText("and to the drivers")).toBeVisible();
  await awake(visitor);
  await visitor.getByRole("button", { name: "Accept the terms" }).click();
  await expect(visitor.getByText(/You accepted this version/)).toBeVisible();
  await visitor.getByRole("link", { name: "Back to your organizations" }).click();
  await expect(visitor).toHaveURL(`${installation.url}/organizations`);
  await expect(due).toHaveCount(0);

  await admin.reload();
  await expect(admin.getByRole("row", { name: /Version 2/ })).toContainText("1");
  await admin
    .getByRole("row", { name: /Version 1/ })
    .getByRole("button", { name: "Read" })
    .click();
  const older = admin.getByRole("dialog").getByRole("region", { name: "Text of the terms" });
  await expect(older).toHaveText("Be kind to each other.");
});
