import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import postgres from "postgres";
import { sessionCookie } from "@/lib/access/cookies";
import { newPassword } from "@/lib/access/password";

/** What browser tests need before they begin, made by the wall's own functions in the database of the server under test. */
const port = Number(process.env.E2E_PORT ?? 3190);
export const rootHost = `berth.localhost:${port}`;
export const rootUrl = `http://${rootHost}`;
export const password = "correct horse battery staple";

export type Person = { userId: string; email: string; name: string };
export type Organization = { id: string; slug: string; name: string; url: string; owner: Person };

let sql: postgres.Sql | undefined;

export function guard(): postgres.Sql {
  if (sql) return sql;
  const folder = process.env.E2E_DATA_DIR ?? ".data/e2e";
  const { superuser } = JSON.parse(readFileSync(`${folder}/database.json`, "utf8")) as { superuser: string };
  sql = postgres(superuser, {
    max: 2,
    idle_timeout: 5,
    onnotice: () => undefined,
    connection: { role: "berth_guard" },
  });
  return sql;
}

export function unique(word: string): string {
  return `${word}-${randomBytes(4).toString("hex")}`;
}

let secret: ReturnType<typeof newPassword> | undefined;

export async function createPerson(name = "Maria Tester"): Promise<Person> {
  secret ??= newPassword(password);
  const { salt, params, raw } = await secret;
  const email = `${unique("person")}@people.example`;
  const [made] = await guard()<{ id: string }[]>`
    select guard.create_user(${email}, ${name}, ${salt}, ${guard().json(params)}, sha256(${raw})) as id`;
  return { userId: made?.id ?? "", email, name };
}

export async function createSuperAdmin(): Promise<Person> {
  const person = await createPerson("Sara Super");
  await guard()`insert into guard.super_admins (user_id) values (${person.userId})`;
  return person;
}

export async function createOrganization(owner: Person, name = "Northwind Logistics"): Promise<Organization> {
  const slug = unique("northwind");
  const [made] = await guard()<{ id: string }[]>`
    select guard.make_organization(${guard().json({ name })}, ${slug}, ${owner.userId}) as id`;
  return { id: made?.id ?? "", slug, name, url: `http://${slug}.${rootHost}`, owner };
}

export async function join(organization: Organization, person: Person, role = "user"): Promise<void> {
  await guard()`select guard.join(${organization.id}, ${person.userId}, ${role}, 'seed', null)`;
}

/** Somebody asks, by what the worker does: the page is tried elsewhere. Answers their address. */
export async function askToJoin(organization: Organization, name: string): Promise<string> {
  const email = `${unique("asker")}@asking.example`;
  const [made] = await guard()<{ id: string }[]>`
    insert into public.registration_requests (organization_id, id, email, name, message)
    values (${organization.id}, guard.uuid7(), ${email}, ${name}, 'I start on Monday') returning id`;
  await guard()`select guard.announce_request(${organization.id}, ${made?.id ?? ""})`;
  return email;
}

/** Signs a browser in on the root host; organizations' hosts follow by themselves, through the handoff. */
export async function signIn(context: BrowserContext, person: { userId: string }): Promise<void> {
  const [made] = await guard()<{ secret: string }[]>`
    select guard.create_session(${person.userId}, 'password', 'browser test', '{}') as secret`;
  await context.addCookies([
    {
      name: sessionCookie,
      value: made?.secret ?? "",
      url: rootUrl.replace("http:", "https:"),
      httpOnly: true,
      sameSite: "Lax",
    },
  ]);
}

/** Opens a menu and takes an item; a click that came before the page was awake is given again. */
export async function chooseFromMenu(page: Page, menu: RegExp, name: string): Promise<void> {
  const item = page.getByRole("menuitem", { name });
  await expect(async () => {
    if (!(await item.isVisible())) await page.getByRole("button", { name: menu }).click({ timeout: 5000 });
    await expect(item).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 60_000 });
  await item.click();
}

/** The answer to what a page posts next, for an act that shows nothing new when it is done. */
export const posted = (page: Page) => page.waitForResponse((response) => response.request().method() === "POST");

/** Opens the palette by its key and answers its field. */
export async function openPalette(page: Page): Promise<Locator> {
  const input = page.getByRole("combobox", { name: "Search and commands" });
  await expect(async () => {
    if (!(await input.isVisible())) await page.keyboard.press("Control+k");
    await expect(input).toBeFocused({ timeout: 5000 });
  }).toPass({ timeout: 60_000 });
  return input;
}

export async function findPerson(email: string): Promise<Person> {
  const [found] = await guard()<
    { id: string; name: string }[]
  >`select id, name from public.users where email = ${email}`;
  return { userId: found?.id ?? "", email, name: found?.name ?? "" };
}

type Mail = { to: string; subject: string; text: string; html: string; links: string[] };

/** The newest mail to an address, once it has arrived; the worker delivers after the request. */
export async function mailTo(email: string, matching: RegExp = /./): Promise<Mail> {
  for (let tries = 0; tries < 240; tries++) {
    const mails = await readMailbox(email);
    const found = mails.find((mail) => matching.test(mail.subject));
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no mail to ${email} that matches ${matching}`);
}

/** Node does not resolve `*.localhost`: the loopback address with the Host that a browser would send. */
function readMailbox(email: string): Promise<Mail[]> {
  return new Promise((resolve, reject) => {
    const path = `/dev/mailbox.json?to=${encodeURIComponent(email)}`;
    get({ host: "127.0.0.1", port, path, headers: { Host: rootHost } }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        body += part;
      });
      response.on("end", () => (response.statusCode === 200 ? resolve(JSON.parse(body) as Mail[]) : resolve([])));
    }).on("error", reject);
  });
}
