import { expect } from "@playwright/test";
import { test } from "./test";
import { createOrganization, createPerson, join, signIn } from "./world";

test("the sidebar stays as narrow as it was left, from the first byte on", async ({ context, page }) => {
  const organization = await createOrganization(await createPerson());
  await signIn(context, organization.owner);
  await page.goto(`${organization.url}/members`);
  await page.getByRole("button", { name: "Narrow the sidebar" }).click();
  await expect(page.getByRole("button", { name: "Widen the sidebar" })).toBeVisible();
  const answer = await page.goto(`${organization.url}/audit`);
  expect(await answer?.text()).toContain("Widen the sidebar");
  await expect(page.locator("aside")).toHaveCSS("width", "56px");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a row is a card: nothing lies beside the screen, and the whole card opens it", async ({ context, page }) => {
    const organization = await createOrganization(await createPerson("Olga Owner"));
    await join(
      organization,
      await createPerson("Wolfeschlegelsteinhausenbergerdorff Konstantinopolitanischer"),
      "driver",
    );
    await signIn(context, organization.owner);
    await page.goto(`${organization.url}/members`);
    const row = page.getByRole("row", { name: /Wolfeschlegel/ });
    for (const part of [
      row.getByRole("link", { name: /Wolfeschlegel/ }),
      row.getByRole("combobox", { name: /Role of/ }),
      row.getByText("Active", { exact: true }),
      row.getByRole("button", { name: /Wolfeschlegel/ }),
    ]) {
      const box = await part.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 390, `${part} is on the screen`).toBe(true);
    }
    await expect(page.getByRole("columnheader", { name: "Role" })).toBeAttached();
    await row.getByText("Last active").click({ force: true });
    await expect(page.getByRole("heading", { level: 1, name: /Wolfeschlegel/ })).toBeVisible();
  });

  test("what explains a switch stands close to its label, and switches it too", async ({ context, page }) => {
    const organization = await createOrganization(await createPerson("Olga Owner"));
    await signIn(context, organization.owner);
    await page.goto(`${organization.url}/settings/security`);
    const control = page.getByRole("switch", { name: "Remembered devices count" });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const label = await page.getByText("Remembered devices count", { exact: true }).boundingBox();
    const help = page.getByText("Off: this organization asks for a code");
    const below = await help.boundingBox();
    expect((below?.y ?? 0) - (label?.y ?? 0) - (label?.height ?? 0)).toBeLessThan(8);
    const was = await control.isChecked();
    await help.click({ force: true });
    await expect(control).toBeChecked({ checked: !was });
  });

  test("the order is chosen in the view menu", async ({ context, page }) => {
    const organization = await createOrganization(await createPerson("Olga Owner"));
    await join(organization, await createPerson("Ada Driver"), "driver");
    await signIn(context, organization.owner);
    await page.goto(`${organization.url}/members?sort=-name`);
    await expect(page.getByRole("row").nth(1)).toContainText("Olga Owner");
    await page.getByRole("button", { name: "View" }).click();
    await page.getByRole("menuitem", { name: /Name/ }).click();
    await expect(page.getByRole("row").nth(1)).toContainText("Ada Driver");
  });
});
