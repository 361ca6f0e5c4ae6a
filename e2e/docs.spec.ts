import { expect } from "@playwright/test";
import { test } from "./test";
import { createOrganization, createPerson, password, rootUrl, signIn } from "./world";

test("a reader makes a key in the quick start, has it in every sample, and sends a call with it", async ({
  context,
  page,
}) => {
  const person = await createPerson("Ines Integrator");
  const organization = await createOrganization(person, "Docks and Sons");
  await signIn(context, person);
  await page.goto(`${rootUrl}/docs/quick-start`);
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Make a key" }).click();
  await expect(page.getByText("Filled in:")).toBeVisible();
  await expect(page.locator("[data-code]").first()).toContainText(/Token key_[0-9A-Za-z]{60}/);
  await expect(page.locator("[data-code]").nth(1)).not.toContainText("key_YOUR_KEY");
  await page.getByRole("navigation", { name: "Documentation" }).getByRole("link", { name: "Members" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
  const section = page.getByRole("region", { name: "List members", exact: true });
  await section.getByText("Try it").click();
  await section.getByRole("button", { name: "Send GET" }).click();
  await expect(section.getByText("200 OK")).toBeVisible();
  await expect(section.getByText(person.email)).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain("key_");
  expect(organization.slug).toBeTruthy();
});

test("a form of the reference says what was refused, and asks no other host", async ({ context, page }) => {
  const person = await createPerson("Rita Refused");
  await createOrganization(person, "Locks and Daughters");
  await signIn(context, person);
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(`${rootUrl}/docs/quick-start`);
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Make a key" }).click();
  await expect(page.getByText("Filled in:")).toBeVisible();
  await page.getByRole("navigation", { name: "Documentation" }).getByRole("link", { name: "Members" }).click();
  const list = page.getByRole("region", { name: "List members", exact: true });
  await list.getByText("Try it").click();
  await list.getByLabel("limit", { exact: true }).fill("5000");
  await list.getByRole("button", { name: "Send GET" }).click();
  await expect(list.getByText("422 Unprocessable Entity")).toBeVisible();
  await expect(list.getByText('"code": "invalid"')).toBeVisible();
  const one = page.getByRole("region", { name: "Get a member", exact: true });
  await one.getByText("Try it").click();
  await one.getByLabel("id", { exact: true }).fill("mem_01h2xcejqtf2nbrexx3vqjhp41");
  await one.getByRole("button", { name: "Send GET" }).click();
  await expect(one.getByText("404 Not Found")).toBeVisible();
  const removal = page.getByRole("region", { name: "Remove a member", exact: true });
  await removal.getByText("Try it").click();
  await removal.getByLabel("id", { exact: true }).fill("mem_01h2xcejqtf2nbrexx3vqjhp41");
  await removal.getByRole("button", { name: "Send DELETE" }).click();
  await expect(removal.getByText("403 Forbidden")).toBeVisible();
  await expect(removal.getByText('"reason": "permission_missing"')).toBeVisible();
  await list.getByLabel("Your key").fill("key_nobodys");
  await list.getByRole("button", { name: "Send GET" }).click();
  await expect(list.getByText("401 Unauthorized")).toBeVisible();
  expect([...hosts]).toEqual([new URL(rootUrl).host]);
  expect(complaints.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
});

test("a page far down the list of pages begins at its top, and the list shows which one it is", async ({ page }) => {
  await page.goto(`${rootUrl}/docs/reference/webhooks`);
  const open = page.getByRole("navigation", { name: "Documentation" }).locator("[aria-current=page]");
  await expect(open).toBeInViewport();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test("the search answers as one types and is led by the keyboard", async ({ page }) => {
  await page.goto(`${rootUrl}/docs`);
  const search = page.getByRole("combobox", { name: "Search the docs" });
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
  await search.fill("idempotency key");
  const found = page.getByRole("listbox", { name: "Found in the docs" });
  await expect(found.getByRole("option").first()).toContainText("Once: Idempotency-Key");
  await search.press("ArrowDown");
  await expect(found.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await search.press("Enter");
  await expect(page).toHaveURL(/\/docs\/idempotency#once-idempotency-key$/);
  await expect(page.getByRole("heading", { level: 1, name: "Safe writes" })).toBeVisible();
  await search.fill("zzzz");
  await expect(page.getByText("Nothing has all these words.")).toBeVisible();
  await search.press("Escape");
  await expect(search).toHaveAttribute("aria-expanded", "false");
});

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  test("the guides can be read, searched and their samples chosen", async ({ page }) => {
    await page.goto(`${rootUrl}/docs/webhooks`);
    await expect(page.getByRole("heading", { level: 1, name: "Webhooks" })).toBeVisible();
    const python = page.getByText("def verify(secret: str");
    await expect(python).toBeHidden();
    await page.getByText("Python", { exact: true }).click();
    await expect(python).toBeVisible();
    await page.getByRole("link", { name: "Registrations" }).last().click();
    await expect(page.getByRole("heading", { level: 1, name: "Events: Registrations" })).toBeVisible();
    await page.getByRole("listitem").filter({ hasText: "Example of registration.approved" }).locator("summary").click();
    await expect(page.locator("details[open]").filter({ hasText: "registration.approved" })).toContainText(
      '"state": "approved"',
    );
    await page.getByRole("combobox", { name: "Search the docs" }).fill("retry-after");
    await page.getByRole("combobox", { name: "Search the docs" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Search: retry-after" })).toBeVisible();
    await page.getByRole("link", { name: "When it is used up" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Rate limits" })).toBeVisible();
  });
});

test("the installation serves its client library and its guides as one text", async ({ request }) => {
  const { host, port } = new URL(rootUrl);
  const get = (path: string) => request.get(`http://127.0.0.1:${port}${path}`, { headers: { host } });
  const packed = await get("/berth-sdk.tgz");
  expect(packed.status()).toBe(200);
  expect([...(await packed.body()).subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  const text = await (await get("/llms.txt")).text();
  expect(text).toContain("# Quick start");
  expect(text).not.toContain("{{");
});
