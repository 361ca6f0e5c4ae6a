import { expect } from "@playwright/test";
import { test } from "./test";
import {
  createOrganization,
  createPerson,
  createSuperAdmin,
  guard,
  mailTo,
  type Organization,
  password,
  rootUrl,
  signIn,
  unique,
} from "./world";

test("for anybody else nothing of the console exists", async ({ context, page }) => {
  const organization = await createOrganization(await createPerson());
  const paths = ["/console", "/console/organizations", "/console/audit", "/console/confirm"];
  for (const path of paths) expect((await page.goto(`${rootUrl}${path}`))?.status(), path).toBe(404);
  await signIn(context, organization.owner);
  for (const path of paths) expect((await page.goto(`${rootUrl}${path}`))?.status(), path).toBe(404);
});

test("asks for the password again, and leads on", async ({ context, page }) => {
  const admin = await createSuperAdmin();
  await signIn(context, admin);
  await guard()`update guard.sessions set confirmed_at = now() - interval '2 hours' where user_id = ${admin.userId}`;
  await page.goto(`${rootUrl}/console/users?q=nobody`);
  await expect(page.getByRole("heading", { name: "Enter your password" })).toBeVisible();
  await page.getByLabel("Your password").fill("not this one, for sure");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("This is not your password.").first()).toBeVisible();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/console\/users\?q=nobody$/);
});

test("visits with a reason, suspends with effect on the next request, and restores", async ({
  browser,
  context,
  page,
}) => {
  const organization = await createOrganization(await createPerson("Olga Owner"), unique("Visited"));
  const owners = await browser.newContext();
  await signIn(owners, organization.owner);
  const ownersPage = await owners.newPage();
  await ownersPage.goto(`${organization.url}/`);
  await expect(ownersPage).toHaveURL(`${organization.url}/`);

  await signIn(context, await createSuperAdmin());
  await page.goto(`${rootUrl}/console/organizations?q=${organization.slug}`);
  await page.getByRole("link", { name: organization.name }).click();
  await page.getByLabel("Why do you look?").fill("Ticket 4711: a member is missing");
  await page.getByRole("button", { name: "Look at it, read only" }).click();
  await expect(page.getByText("You are visiting, read only")).toBeVisible();
  await expect(page.getByText("“Ticket 4711: a member is missing”")).toBeVisible();
  expect(page.url()).toMatch(/\/visit$/);
  await expect(page.getByText(organization.owner.email)).toBeVisible();
  const looks = await guard()`select 1 from audit.entries where organization_id = ${organization.id} and action = 'view'
    and after ->> 'reason' = 'Ticket 4711: a member is missing'`;
  expect(looks).toHaveLength(1);

  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of ["Members", "Requests", "Audit", "Settings"]) {
    await page.getByRole("link", { name: tab, exact: true }).last().click();
    await expect(page).toHaveURL(new RegExp(`tab=${tab.toLowerCase()}`));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${tab} is wider than a phone`).toBeLessThanOrEqual(0);
  }
  await page.getByRole("button", { name: "End the visit" }).click();
  await expect(page).toHaveURL(/\/console\/organizations\/org_[^/]+$/);
  await page.getByLabel("Reason").fill("Unpaid since March");
  await page.getByRole("button", { name: "Suspend it" }).click();
  await expect(page.getByRole("button", { name: "Restore it" })).toBeVisible();
  await ownersPage.reload();
  await expect(ownersPage.getByRole("heading", { name: "This organization is suspended" })).toBeVisible();
  await expect(ownersPage.getByText("suspended this organization: Unpaid since March.")).toBeVisible();

  await page.getByRole("button", { name: "Restore it" }).click();
  await expect(page.getByRole("button", { name: "Suspend it" })).toBeVisible();
  expect((await ownersPage.goto(`${organization.url}/`))?.status()).toBe(200);
});

test("tries a failed job again", async ({ context, page }) => {
  await signIn(context, await createSuperAdmin());
  const task = unique("no.such.task");
  await guard()`insert into guard.jobs (id, task, state, attempts, last_error, finished_at)
    values (gen_random_uuid(), ${task}, 'failed', 5, 'unknown task', now())`;
  await page.goto(`${rootUrl}/console/jobs?state=failed`);
  await page.getByRole("row", { name: task }).getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("It is tried again now.")).toBeVisible();
  const [job] = await guard()`select state from guard.jobs where task = ${task} and attempts < 5`;
  expect(job).toBeDefined();
});

test("sends several dead letters again at once, and says of each that stays why", async ({ context, page }) => {
  const organization = await createOrganization(await createPerson("Olga Owner"), unique("Quay"));
  const [well, other] = [await makeDeadLetter(organization, "well"), await makeDeadLetter(organization, "other")];
  await makeDeadLetter(organization, "off");
  await guard()`update guard.webhook_endpoints set state = 'disabled', disabled_as = 'person'
    where organization_id = ${organization.id} and url = 'https://off.example/hooks'`;
  await signIn(context, await createSuperAdmin());
  await page.goto(`${rootUrl}/console/webhooks`);
  const rows = page.getByRole("row").filter({ hasText: organization.name });
  await expect(rows).toHaveCount(3);
  for (const row of await rows.all()) await row.getByRole("checkbox").check();
  // Meanwhile one of them is sent again by its organization.
  await guard()`update public.webhook_deliveries set state = 'waiting', attempts = 0, finished_at = null,
    due_at = now() + interval '1 hour' where id = ${other}`;
  await page.getByRole("button", { name: "Send 2 of 3 again" }).click();
  const answer = page.getByRole("status").filter({ hasText: "One is on its way again." });
  await expect(answer).toContainText(`organization.created of ${organization.name} to other.example:`);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("to off.example, which is sent nothing now");
  const [sent] = await guard()`select from public.webhook_deliveries where id = ${well} and state <> 'failed'`;
  expect(sent).toBeDefined();
  await rows.getByRole("link", { name: organization.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: organization.name })).toBeVisible();
});

async function makeDeadLetter({ id }: Organization, host: string): Promise<string> {
  const [made] = await guard()<{ id: string }[]>`
    with endpoint as (
      insert into guard.webhook_endpoints (organization_id, id, url, events, test_mode, sealed_secret)
      values (${id}, guard.uuid7(), ${`https://${host}.example/hooks`}, '{*}', false, 'sealed by another installation')
      returning id
    )
    insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, state, attempts, due_at,
      last_status, last_error, created_at, finished_at)
    select ${id}, guard.uuid7(), endpoint.id, (select e.id from public.events e where e.organization_id = ${id}
      order by e.seq limit 1), 'organization.created', 'failed', 10, now(), 500, 'status', now(), now()
    from endpoint returning id`;
  return made?.id ?? "";
}

test("creates an organization and invites its first owner", async ({ context, page }) => {
  await signIn(context, await createSuperAdmin());
  const slug = unique("fresh");
  const email = `${slug}@people.example`;
  await page.goto(`${rootUrl}/console/organizations/new`);
  await page.getByLabel("Name", { exact: true }).fill("Fresh Lines");
  await page.getByLabel("Address", { exact: true }).fill(slug);
  await page.getByLabel("E-mail address of its first owner").fill(email);
  await page.getByRole("button", { name: "Create it and invite its owner" }).click();
  await expect(page.getByText("Awaits its owner")).toBeVisible();
  const mail = await mailTo(email);
  expect(mail.links.join()).toContain("/join/");
});
