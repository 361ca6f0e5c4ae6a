import { expect, type Page } from "@playwright/test";
import { test } from "./test";
import {
  createOrganization,
  createPerson,
  join,
  mailTo,
  type Organization,
  posted,
  rootUrl,
  signIn,
  unique,
} from "./world";

const password = "a long enough password";

async function ask(page: Page, slug: string, { name, email }: { name: string; email: string }): Promise<void> {
  await page.goto(`${rootUrl}/request-access?organization=${slug}`);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Message").fill("I start on Monday");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
}

async function founded(): Promise<Organization> {
  return createOrganization(await createPerson("Olga Owner"));
}

test("request, notify, approve by keyboard, activate, enter", async ({ browser }) => {
  const organization = await founded();
  const admin = await createPerson("Maria Admin");
  await join(organization, admin, "admin");
  const email = `${unique("ada")}@asking.example`;

  const asking = await browser.newContext();
  const asker = await asking.newPage();
  await ask(asker, organization.slug, { name: "Ada Asker", email });
  await mailTo(email, /Your request to join/);
  const told = await mailTo(admin.email, /Ada Asker asks to join/);
  expect(told.links.join(" ")).toContain(`${organization.url}/registrations`);

  const deciding = await browser.newContext();
  await signIn(deciding, admin);
  const page = await deciding.newPage();
  await page.goto(`${organization.url}/registrations`);
  await page.getByRole("button", { name: /^Notifications/ }).click();
  await expect(page.getByText("Ada Asker asks to join")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Ada Asker asks to join")).toBeHidden();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/registrations\?open=reg_/);
  await expect(page.getByRole("heading", { name: "Ada Asker" })).toBeVisible();
  await page.keyboard.press("a");
  await page.getByLabel("Role").selectOption("dispatcher");
  await page.getByLabel("Note").fill("Welcome aboard");
  await expect(page.getByRole("group", { name: "What they will be told" })).toContainText("Dispatcher");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`A link went to ${email}`)).toBeVisible();
  await expect(page.getByText("Waiting for them")).toBeVisible();

  const activation = await mailTo(email, /You are approved/);
  const link = activation.links.find((each) => each.includes("/activate/open")) ?? "";
  await asker.goto(link);
  expect(asker.url()).toBe(`${rootUrl}/activate`);
  await asker.reload();
  await asker.getByLabel("Password", { exact: true }).fill(password);
  await asker.getByRole("button", { name: `Join ${organization.name}` }).click();
  await asker.waitForURL(`${organization.url}/`);
  await expect(asker.getByText("Dispatcher").first()).toBeVisible();

  await page.goto(`${organization.url}/registrations?state=approved`);
  await expect(page.getByRole("row", { name: /Ada Asker/ })).toContainText("Member");
  await asker.goto(link);
  await expect(asker.getByRole("heading", { name: "You are in already" })).toBeVisible();
});

test("reject with a reason that is mailed and shown to the requester", async ({ browser }) => {
  const organization = await founded();
  const person = await createPerson("Rita Requester");
  const asking = await browser.newContext();
  await signIn(asking, person);
  const asker = await asking.newPage();
  await ask(asker, organization.slug, { name: person.name, email: person.email });
  await mailTo(person.email, /Your request to join/);
  await asker.goto(`${rootUrl}/organizations`);
  await expect(asker.getByText("Waiting for approval")).toBeVisible();

  const deciding = await browser.newContext();
  await signIn(deciding, organization.owner);
  const page = await deciding.newPage();
  await page.goto(`${organization.url}/registrations`);
  await page
    .getByRole("row", { name: /Rita Requester/ })
    .getByRole("checkbox")
    .check();
  await page.keyboard.press("r");
  await page.getByLabel("Reason").fill("We are full this year");
  await page.getByRole("dialog").getByRole("button", { name: "Reject request" }).click();
  await expect(page.getByText("Rejected. A mail tells them the reason.")).toBeVisible();
  await expect(page.getByText("Nobody is waiting")).toBeVisible();

  const mail = await mailTo(person.email, /was declined/);
  expect(mail.text).toContain("We are full this year");
  await asker.reload();
  await expect(asker.getByText("Declined")).toBeVisible();
  await expect(asker.getByText("We are full this year")).toBeVisible();
});

test("two admins decide the same request: the second is told who was first", async ({ browser }) => {
  const organization = await founded();
  const maria = await createPerson("Maria First");
  await join(organization, maria, "admin");
  const asker = await (await browser.newContext()).newPage();
  const email = `${unique("ada")}@asking.example`;
  await ask(asker, organization.slug, { name: "Ada Asker", email });
  await mailTo(email, /Your request to join/);

  const pages: Page[] = [];
  for (const person of [maria, organization.owner]) {
    const context = await browser.newContext();
    await signIn(context, person);
    const page = await context.newPage();
    await page.goto(`${organization.url}/registrations`);
    await page.getByRole("link", { name: /Ada Asker/ }).click();
    await page.getByRole("button", { name: /^Approve/ }).click();
    await page.getByRole("dialog").waitFor();
    pages.push(page);
  }
  const [first, second] = pages as [Page, Page];
  // Awaited from before the clicks: what the first is told goes away by itself.
  const told = [
    expect(first.getByText("Approved. A link went to")).toBeVisible(),
    expect(second.getByText("Somebody was faster")).toBeVisible(),
    expect(second.getByText(/Approved by Maria First .*Your decision changed nothing\./)).toBeVisible(),
  ];
  const approve = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Approve request" }).click();
  const answered = posted(first);
  await approve(first);
  await answered;
  await approve(second);
  await Promise.all(told);
});

test("the requester withdraws", async ({ context, page }) => {
  const organization = await founded();
  const person = await createPerson("Wanda Withdrawing");
  await signIn(context, person);
  await ask(page, organization.slug, { name: person.name, email: person.email });
  await mailTo(person.email, /Your request to join/);
  await page.goto(`${rootUrl}/organizations`);
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  await page.getByRole("button", { name: "Withdraw request" }).click();
  await expect(page.getByText("Withdrawn by you")).toBeVisible();
});

test.describe("before JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("asking works, and answers alike where there is no such organization", async ({ page }) => {
    const organization = await founded();
    const answers: string[] = [];
    for (const slug of [organization.slug, unique("nowhere")]) {
      await ask(page, slug, { name: "Ada Asker", email: `${unique("ada")}@asking.example` });
      answers.push((await page.locator("main").textContent()) ?? "");
    }
    expect(answers[0]).toBe(answers[1]);
  });
});

test("whoever waits sees where the request stands, and takes it back", async ({ page }) => {
  const organization = await founded();
  const email = `${unique("eve")}@asking.example`;
  await ask(page, organization.slug, { name: "Eve Waiting", email });
  const { links } = await mailTo(email, /Your request to join/);
  await page.goto(links.find((each) => each.includes("/request/open")) ?? "");
  expect(page.url()).toBe(`${rootUrl}/request`);
  await expect(page.getByText("Waiting for approval")).toBeVisible();
  await expect(page.getByText("Answer expected")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("button", { name: "Withdraw request" }).click();
  await expect(page.getByText("Withdrawn by you")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ask again" })).toHaveAttribute(
    "href",
    `/request-access?organization=${organization.slug}`,
  );
});
