import { expect } from "@playwright/test";
import { test } from "./test";
import { createOrganization, createPerson, guard, join, openPalette, signIn, unique } from "./world";

async function world() {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner, unique("Harbour"));
  const other = await createOrganization(owner, unique("Quayside"));
  const nina = await createPerson(`Nina ${unique("Needle")}`);
  await join(organization, nina, "user");
  return { owner, organization, other, nina };
}

test("records, pages, acts and organizations are found by keyboard alone, recents come first", async ({
  context,
  page,
}) => {
  const { owner, organization, other, nina } = await world();
  await signIn(context, owner);
  await page.goto(organization.url);
  const input = await openPalette(page);
  await expect(input).toBeFocused();
  await input.fill(nina.email.slice(0, 14));
  const hit = page.getByRole("option", { name: new RegExp(nina.name) });
  await expect(hit).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/members\/mem_/);
  await expect(page.getByRole("heading", { level: 1, name: nina.name })).toBeVisible();
  await expect(input).toBeHidden();

  await openPalette(page);
  await expect(page.getByRole("option").first()).toContainText(nina.name);
  await input.fill("change logo");
  await expect(page.getByRole("option", { name: /change logo/i })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/look$/);
  await expect(input).toBeHidden();

  await openPalette(page);
  await input.fill("registrations");
  await expect(page.getByRole("option", { name: /Registrations/ }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(input).toBeHidden();

  await openPalette(page);
  await expect(page.getByRole("option", { name: new RegExp(other.name) })).toContainText(/Alt \d/);
  await input.fill(other.name);
  await expect(page.getByRole("option", { name: new RegExp(other.name) })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`^${other.url}`));
  await openPalette(page);
  await expect(page.getByText(nina.name)).toHaveCount(0);
});

test("letters typed before it is there stand in its field, and Escape takes it back", async ({ context, page }) => {
  const { owner, organization } = await world();
  await signIn(context, owner);
  await page.goto(organization.url);
  let come: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/\/_next\/static\/chunks\//, async (route) => {
    await late;
    await route.continue();
  });
  const input = page.getByRole("combobox", { name: "Search and commands" });
  const button = page.getByRole("button", { name: "Search and commands" });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("mem");
  await expect(button).toContainText("mem");
  await page.keyboard.press("Escape");
  await expect(button).toContainText("Search or jump to");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("invx");
  await page.keyboard.press("Backspace");
  await expect(button).toContainText("inv");
  await expect(input).toBeHidden();
  come();
  await expect(input).toBeFocused();
  await page.keyboard.type("itations");
  await expect(input).toHaveValue("invitations");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/invitations$/);
});

test("who may not see people or keys finds none", async ({ context, page }) => {
  const { organization, nina } = await world();
  await signIn(context, nina);
  await page.goto(organization.url);
  const input = await openPalette(page);
  await expect(page.getByRole("option", { name: /Create an API key|Invite people|Change logo/ })).toHaveCount(0);
  const answered = page.waitForResponse(/\/api\/v1\/search/);
  await input.fill("people.example");
  expect(await (await answered).json()).toEqual({ data: [], next_cursor: null });
  await expect(page.getByText("Nothing found for “people.example”.")).toBeVisible();
});

test("a search that fails is asked for again, and says so where it stays unanswered", async ({ context, page }) => {
  const { owner, organization, nina } = await world();
  await signIn(context, owner);
  await page.goto(organization.url);
  let refused = 0;
  await page.route(/\/api\/v1\/search/, (route) => {
    refused += 1;
    return refused === 1 ? route.fulfill({ status: 503 }) : route.continue();
  });
  const input = await openPalette(page);
  await input.fill(nina.email);
  await expect(page.getByRole("option", { name: new RegExp(nina.name) })).toBeVisible();
  expect(refused).toBe(2);

  await page.unroute(/\/api\/v1\/search/);
  await page.route(/\/api\/v1\/search/, (route) => route.abort());
  await input.fill("people.example");
  await expect(page.getByText("The search did not answer. Type again.")).toBeVisible();
  await input.fill("members");
  await expect(page.getByText("Records are not among these")).toBeVisible();
  await expect(page.getByRole("option", { name: /Members/ }).first()).toBeVisible();
  await page.unroute(/\/api\/v1\/search/);
  await input.fill(nina.email);
  await expect(page.getByRole("option", { name: new RegExp(nina.name) })).toBeVisible();
  await expect(page.getByText("did not answer")).toHaveCount(0);
});

/** Letter by letter within one turn of the page, however slow the machine. */
function typeAtOnce(element: Element, text: string): void {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  for (let length = 1; length <= text.length; length += 1) {
    set?.call(element, text.slice(0, length));
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

test("typing asks once it rests, and the answer of an older word never shows", async ({ context, page }) => {
  const { owner, organization, nina } = await world();
  await signIn(context, owner);
  await page.goto(organization.url);
  const input = await openPalette(page);
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === "/api/v1/search") asked.push(searchParams.get("q") ?? "");
  });
  await input.evaluate(typeAtOnce, nina.name);
  await expect(page.getByRole("option", { name: new RegExp(nina.name) })).toBeVisible();
  await expect.poll(() => asked.at(-1)).toBe(nina.name);
  expect(asked.length).toBeLessThan(3);
  await guard()`update public.users set name = 'Somebody Else' where id = ${nina.userId}`;
  await input.fill(`${nina.name} `.trim().slice(5));
  await expect(page.getByRole("option", { name: new RegExp(nina.name) })).toHaveCount(0);
});
