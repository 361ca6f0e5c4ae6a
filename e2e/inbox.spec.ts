import { type BrowserContext, expect, type Page } from "@playwright/test";
import { awake, test } from "./test";
import { askToJoin, createOrganization, createPerson, join, mailTo, type Organization, rootUrl, signIn } from "./world";

async function deciding(context: BrowserContext): Promise<{ organization: Organization; page: Page }> {
  const organization = await createOrganization(await createPerson("Olga Owner"));
  const admin = await createPerson("Maria Admin");
  await join(organization, admin, "admin");
  await signIn(context, admin);
  return { organization, page: await context.newPage() };
}

const lineOf = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });

test("the inbox of all organizations leads to the decision and back, and archives what is done", async ({
  context,
}) => {
  const { organization, page } = await deciding(context);
  const email = await askToJoin(organization, "Ada Asker");
  await page.goto(`${rootUrl}/notifications`);
  const line = lineOf(page, "Ada Asker asks to join");
  await line.getByRole("link", { name: "Approve" }).click();
  const dialog = page.getByRole("dialog", { name: "Approve request" });
  await dialog.getByLabel("Role").selectOption({ label: "Dispatcher" });
  await dialog.getByRole("button", { name: "Approve request" }).click();
  await page.waitForURL(`${rootUrl}/notifications`);
  await awake(page);
  await expect(line.getByText("Approved", { exact: true })).toBeVisible();
  await mailTo(email, /You are approved/);

  await line.getByRole("button", { name: /^Archive/ }).click();
  await expect(page.getByText("Nothing yet")).toBeVisible();
  await page.getByRole("link", { name: "Archived" }).click();
  await expect(line.getByText("Approved", { exact: true })).toBeVisible();
  await line.getByRole("button", { name: /^Take out of the archive/ }).click();
  await expect(page.getByText("Nothing in the archive")).toBeVisible();
});

test("the inbox of one organization decides in the dialog of the queue; the queue goes from one to the next by keys", async ({
  context,
}) => {
  const { organization, page } = await deciding(context);
  const rejected = await askToJoin(organization, "Ada Asker");
  await page.goto(`${organization.url}/notifications`);
  const line = lineOf(page, "Ada Asker asks to join");
  const reject = page.getByRole("dialog", { name: "Reject request" });
  await line.getByRole("button", { name: "Reject" }).click();
  await expect(reject).toBeVisible();
  await reject.getByLabel("Reason").fill("We do not know you");
  await expect(reject.getByRole("group", { name: "What they will be told" })).toContainText("We do not know you");
  await reject.getByRole("button", { name: "Reject request" }).click();
  await expect(line.getByText("Closed", { exact: true })).toBeVisible();
  await mailTo(rejected, /request/i);

  for (const name of ["Bela Asker", "Chandra Asker"]) await askToJoin(organization, name);
  await page.goto(`${organization.url}/registrations`);
  const request = (name: string) => page.getByRole("region", { name: `Request of ${name}` });
  await page.getByRole("link", { name: "Bela Asker" }).click();
  await expect(request("Bela Asker")).toBeVisible();
  await page.reload(); // what is open is where the keys go on from, also where nothing has the focus
  await expect(request("Bela Asker")).toBeVisible();
  await page.keyboard.press("j");
  await expect(request("Chandra Asker")).toBeVisible();
  await page.keyboard.press("k");
  await expect(request("Bela Asker")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByRole("dialog", { name: "Approve request" })).toContainText("Bela Asker");
});
