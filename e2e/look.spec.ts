import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { hugePng, picture, svgPicture } from "@/lib/testing/pictures";
import { test } from "./test";
import { createOrganization, createPerson, join, mailTo, rootUrl, signIn, unique } from "./world";

async function organizationOf(name = unique("Harbour")) {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner, name);
  return { owner, organization };
}

async function choose(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.getByLabel("Picture").setInputFiles({ name, mimeType, buffer });
}

function logoIn(page: Page) {
  return page.getByRole("button", { name: /^Organization: .* Switch$/ }).locator("img");
}

/** What a browser gets at an address; Node alone does not find `*.localhost`. */
async function load(context: BrowserContext, address: string) {
  const tab = await context.newPage();
  const answer = await tab.goto(address);
  const got = { status: answer?.status(), headers: answer?.headers() ?? {}, body: await answer?.body() };
  await tab.close();
  return got;
}

/** The same person in a browser that has kept no picture. */
async function afresh(browser: Browser, context: BrowserContext) {
  return browser.newContext({ storageState: await context.storageState() });
}

test("a logo is tried, uploaded, shown on pages and in mails, and removed", async ({ context, page, browser }) => {
  const { owner, organization } = await organizationOf();
  await signIn(context, owner);
  await page.goto(`${organization.url}/settings/look`);
  await choose(page, "logo.png", "image/png", await picture({ width: 300, height: 200 }));
  const previews = page.locator("figure img");
  await expect(previews).toHaveCount(3);
  await expect(previews.first()).toHaveAttribute("src", /^blob:/);
  await expect(logoIn(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Upload logo" }).click();
  await expect(page.getByText("Your logo is in place.")).toBeVisible();
  const src = (await logoIn(page).getAttribute("src")) ?? "";
  expect(src).toMatch(/^\/look\/[0-9a-f-]{36}\/[0-9a-f]{32}\/128\.webp$/);

  const { status, headers } = await load(context, organization.url + src);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ "content-type": "image/webp", "x-content-type-options": "nosniff" });
  expect(headers["content-security-policy"]).toContain("sandbox");
  expect(headers["cache-control"]).toContain("private");
  await expect(logoIn(page)).toHaveJSProperty("naturalWidth", 128);

  const stranger = await browser.newContext();
  expect((await load(stranger, organization.url + src)).status).toBe(404);
  expect((await load(stranger, rootUrl + src)).status).toBe(404);
  expect((await load(context, rootUrl + src)).status).toBe(200);

  const guest = `${unique("guest")}@guests.example`;
  await page.goto(`${organization.url}/invitations`);
  await page.getByRole("button", { name: "Invite people" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill(guest);
  await dialog.getByRole("button", { name: /Send/ }).click();
  const mail = await mailTo(guest, /invites you/);
  expect(mail.html).toContain("data:image/png;base64,");

  await page.goto(`${organization.url}/settings/look`);
  await page.getByRole("button", { name: "Remove logo" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove logo" }).click();
  await expect(page.getByRole("alertdialog")).toHaveCount(0); // the page behind it cannot be asked before
  await expect(logoIn(page)).toHaveCount(0);
  expect((await load(await afresh(browser, context), organization.url + src)).status).toBe(404);
});

test("[S91] what is no picture is refused in words, and nothing changes", async ({ context, page }) => {
  const { owner, organization } = await organizationOf();
  await signIn(context, owner);
  await page.goto(`${organization.url}/settings/look`);
  const png = await picture();
  const hostile: [string, string, Buffer, RegExp][] = [
    ["svg.png", "image/png", svgPicture, /not a PNG, JPEG or WebP/],
    ["huge.png", "image/png", hugePng(), /million pixels|damaged/],
    ["cut.png", "image/png", png.subarray(0, png.length - 30), /damaged/],
    ["page.webp", "image/webp", Buffer.from("<!doctype html><script>alert(1)</script>"), /not a PNG, JPEG or WebP/],
    ["logo.svg", "image/svg+xml", svgPicture, /Choose a PNG, JPEG or WebP/],
    ["big.png", "image/png", Buffer.concat([png, Buffer.alloc(2_000_001)]), /larger than 2 MB/],
  ];
  for (const [name, type, bytes, words] of hostile) {
    await choose(page, name, type, bytes);
    if (type !== "image/svg+xml" && bytes.length < 2_000_000)
      await page.getByRole("button", { name: "Upload logo" }).click();
    await expect(page.getByText(words).first(), name).toBeVisible();
    await expect(logoIn(page)).toHaveCount(0);
  }
  const polyglot = Buffer.concat([png, Buffer.from("<script>alert(1)</script>")]);
  await choose(page, "polyglot.png", "image/png", polyglot);
  await page.getByRole("button", { name: "Upload logo" }).click();
  await expect(page.getByText("Your logo is in place.")).toBeVisible();
  const kept = await load(context, organization.url + (await logoIn(page).getAttribute("src")));
  expect([kept.status, kept.body?.includes("<script>")]).toEqual([200, false]);
});

test("a colour is checked, previewed, saved, and stands on every page", async ({ context, page }) => {
  const { owner, organization } = await organizationOf();
  const clerk = await createPerson("Carl Clerk");
  await join(organization, clerk, "driver");
  await signIn(context, owner);
  await page.goto(`${organization.url}/settings/look`);
  const field = page.getByLabel("Accent colour");
  await field.fill("yellow");
  await page.getByRole("button", { name: "Save colour" }).click();
  await expect(page.getByText(/six hexadecimal digits, such as/)).toBeVisible();
  await field.fill("#ffd400");
  await expect(page.getByText(/Light theme: only .* a little darker/)).toBeVisible();
  await expect(page.getByText(/Dark theme: contrast .*, shown as it is/)).toBeVisible();
  await page.getByRole("button", { name: "Save colour" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.goto(`${organization.url}/`);
  const line = page.locator(".bg-brand").first();
  const colour = () => line.evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await colour();
  await page.emulateMedia({ colorScheme: "dark" });
  expect([light, await colour()]).toEqual([expect.stringMatching(/^rgb\(1/), "rgb(255, 212, 0)"]);
});

test("strangers see name, logo and colour only once the organization wants it", async ({ context, page, browser }) => {
  const { owner, organization } = await organizationOf(unique("Quayside"));
  await signIn(context, owner);
  await page.goto(`${organization.url}/settings/look`);
  await choose(page, "logo.webp", "image/webp", await picture({ kind: "webp" }));
  await page.getByRole("button", { name: "Upload logo" }).click();
  await expect(page.getByText("Your logo is in place.")).toBeVisible();

  const nobody = await browser.newContext();
  const stranger = await nobody.newPage();
  const seen = async (address: string) => {
    await stranger.goto(address);
    return stranger.getByText(organization.name).first().isVisible();
  };
  const asking = `${rootUrl}/request-access?organization=${organization.slug}`;
  expect(await seen(organization.url)).toBe(false);
  await expect(stranger.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(await seen(asking)).toBe(false);

  const visible = page.getByRole("switch", { name: "Show us to strangers" });
  await visible.click();
  await page.getByRole("button", { name: "Save visibility" }).click();
  await expect(page.getByText("Strangers see name, logo and colour now.")).toBeVisible();
  expect(await seen(organization.url)).toBe(true);
  const logo = stranger.locator("main img");
  await expect(logo).toHaveJSProperty("naturalWidth", 128);
  expect(await seen(asking)).toBe(true);
  const { headers } = await load(nobody, rootUrl + (await logo.getAttribute("src")));
  expect(headers["cache-control"]).toContain("public");

  await visible.click();
  await page.getByRole("button", { name: "Save visibility" }).click();
  await expect(page.getByText("Strangers see nothing of you now.")).toBeVisible();
  expect(await seen(organization.url)).toBe(false);
});
