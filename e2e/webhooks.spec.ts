import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { test } from "./test";
import { chooseFromMenu, createOrganization, createPerson, mailTo, password, signIn } from "./world";

type Hit = { headers: IncomingHttpHeaders; body: string };

/** A program that listens, and answers as it is told. */
async function receiver() {
  const hits: Hit[] = [];
  const state = { status: 200 };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    hits.push({ headers: request.headers, body });
    response.writeHead(state.status).end("taken");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { hits, state, url: `http://127.0.0.1:${port}/hooks`, close: () => server.close() };
}

/** An owner on the page of webhooks, and a receiver that answers with this status. */
async function begin({ context, page }: { context: BrowserContext; page: Page }, status = 200) {
  const owner = await createPerson("Olga Owner");
  const organization = await createOrganization(owner);
  const received = await receiver();
  received.state.status = status;
  await signIn(context, owner);
  await page.goto(`${organization.url}/webhooks`);
  return { owner, organization, ...received };
}

/** Creates something over the API, as the page's own person does. */
function post<Answer>(page: Page, path: string, given: object): Promise<Answer> {
  return page.evaluate(
    async ([to, body]) => {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(to, { method: "POST", headers, body });
      if (answer.status !== 201) throw new Error(await answer.text());
      return answer.json();
    },
    [`/api/v1${path}`, JSON.stringify(given)] as const,
  );
}

test("what waits to be tried again is tried at once where somebody asks", async ({ context, page }) => {
  const { organization, hits, state, url, close } = await begin({ context, page }, 500);
  await page.getByRole("button", { name: "Add webhook" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Address" }).fill(url);
  await dialog.getByLabel("Search events").fill("a role was made");
  await expect(dialog.getByRole("checkbox")).toHaveCount(2); // and the one for every event
  await dialog.getByRole("checkbox", { name: "role.created" }).check();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await post(page, "/roles", { name: "Night desk", permissions: [] });
  await expect.poll(() => hits.length, { timeout: 60_000 }).toBeGreaterThan(1); // the second try waits five minutes for the third
  await page.getByRole("link", { name: url }).click();
  await expect(page.getByText("It does not answer well")).toBeVisible();
  await expect(page.getByText("Nothing yet")).toBeVisible();
  await page.getByRole("link", { name: "role.created" }).click();
  state.status = 200;
  await page.getByRole("dialog").getByRole("button", { name: "Try now" }).click();
  await expect.poll(() => hits.length).toBe(3);
  await expect(page.getByRole("dialog").getByText("Delivered")).toBeVisible(); // the page looks for it by itself
  expect(hits[2]?.headers["webhook-id"]).toBe(hits[0]?.headers["webhook-id"]);
  await page.goto(`${organization.url}/webhooks`);
  await expect(page.getByRole("row", { name: url })).toContainText("Active");
  close();
});

test("a webhook is added, tested, signed so that its receiver believes it, fails and is sent again", async ({
  context,
  page,
}) => {
  const { organization, hits, state, url, close } = await begin({ context, page });
  await page.getByRole("button", { name: "Add webhook" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Address" }).fill("http://169.254.169.254/latest");
  await dialog.getByLabel("Search events").fill("webhook.test");
  await dialog.getByRole("button", { name: "Sample of webhook.test" }).click();
  await expect(dialog.getByText("Sample of webhook.test").last()).toBeVisible();
  await dialog.getByLabel("Search events").fill("role.");
  await dialog.getByRole("checkbox", { name: "role.created" }).check();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  await expect(dialog.getByText("The address must begin with https://.").first()).toBeVisible();
  await dialog.getByRole("textbox", { name: "Address" }).fill(url);
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  const code = dialog.locator("code").first();
  await expect(code).toHaveText(/^whsec_/);
  const secret = (await code.textContent()) ?? "";
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await page.getByRole("link", { name: url }).click();
  await expect(page.getByText("Nothing was sent yet")).toBeVisible();

  const sendTest = page.getByRole("button", { name: "Send test" });
  let posts = 0;
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(/\/webhooks\/whk_/, async (route) => {
    if (route.request().method() === "POST") {
      posts += 1;
      await held;
    }
    await route.continue();
  });
  await sendTest.press("Enter");
  await expect(sendTest).toHaveAttribute("aria-busy", "true");
  await page.keyboard.press("Enter");
  goOn();
  await expect(page.getByText("A test event is on its way")).toBeVisible();
  await expect(sendTest).toBeFocused();
  expect(posts).toBe(1);
  await expect.poll(() => hits.length).toBe(1);
  const [{ headers, body }] = hits as [Hit];
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({ event: "webhook.test" });

  state.status = 500;
  await page.getByRole("button", { name: "Send test" }).click();
  await expect.poll(() => hits.length).toBe(2);
  await expect(page.getByRole("row", { name: /Failed/ })).toBeVisible(); // the page looks for it by itself
  state.status = 200;
  await page
    .getByRole("row", { name: /Failed/ })
    .getByRole("link", { name: "webhook.test" })
    .click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("1. 500")).toBeVisible();
  await expect(sheet.getByText("taken")).toBeVisible();
  await expect(sheet.getByText("v1,[hidden]")).toBeVisible();
  await sheet.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("It is on its way again")).toBeVisible();
  await expect.poll(() => hits.length).toBe(3);
  expect(hits[2]?.headers["webhook-id"]).toBe(hits[1]?.headers["webhook-id"]);

  await page.goto(`${organization.url}/webhooks`);
  await page.getByRole("link", { name: url }).click();
  await chooseFromMenu(page, /^More for this webhook/, "Disable");
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(page.getByRole("button", { name: "Enable" })).toBeVisible();
  await page.getByRole("button", { name: "Enable" }).click();
  await expect(page.getByText("It gets events again")).toBeVisible();
  close();
});

const more = /^More for this webhook/;

/** Whether a message is signed with a secret. */
function isSigned(secret: string, { headers, body }: Hit): boolean {
  try {
    return Boolean(new Webhook(secret).verify(body, headers as Record<string, string>));
  } catch {
    return false;
  }
}

test("a secret is rotated and shown once, both sign until the old one ends, and a second time ends both", async ({
  context,
  page,
}) => {
  const { organization, hits, url, close } = await begin({ context, page });
  const given = { url, events: ["role.created"], password };
  const { id, secret } = await post<{ id: string; secret: string }>(page, "/webhooks", given);
  await page.goto(`${organization.url}/webhooks/${id}`);

  await page.getByRole("button", { name: "How to check it" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText('import { createHmac, timingSafeEqual } from "node:crypto";')).toBeVisible();
  await dialog.getByRole("button", { name: "PHP" }).click();
  await expect(dialog.getByRole("button", { name: "PHP" })).toHaveAttribute("aria-pressed", "true");
  await expect(dialog.getByText("$headers = array_change_key_case($headers);")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await chooseFromMenu(page, more, "Rotate secret");
  await expect(dialog.getByText("Messages are signed with both until the present one ends.")).toBeVisible();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Rotate secret" }).click();
  const code = dialog.locator("code").first();
  await expect(code).toHaveText(/^whsec_/);
  const next = (await code.textContent()) ?? "";
  expect(next).not.toBe(secret);
  await page.keyboard.press("Escape");
  await expect(code).toBeVisible(); // only its own button closes it
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("signs too, ends")).toBeVisible();
  expect(await page.content()).not.toContain(next);
  await page.getByRole("button", { name: "Send test" }).click();
  await expect.poll(() => hits.length).toBe(1);
  expect([secret, next].map((each) => isSigned(each, hits[0] as Hit))).toEqual([true, true]);

  await chooseFromMenu(page, more, "Rotate secret");
  await expect(dialog.getByText("the secret before the present one still signs")).toBeVisible();
  await expect(dialog.getByLabel("The present secret ends")).toHaveCount(0);
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "End both at once" }).click();
  await expect(code).toHaveText(/^whsec_/);
  const last = (await code.textContent()) ?? "";
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText("signs too, ends")).toHaveCount(0);
  await page.getByRole("button", { name: "Send test" }).click();
  await expect.poll(() => hits.length).toBe(2);
  expect([secret, next, last].map((each) => isSigned(each, hits[1] as Hit))).toEqual([false, false, true]);
  close();
});

test("one that is gone is disabled with a mail, and once it is enabled what it missed is counted and sent again", async ({
  context,
  page,
}) => {
  const { owner, organization, hits, state, url, close } = await begin({ context, page }, 410);
  const { id } = await post<{ id: string }>(page, "/webhooks", { url, events: ["role.created"], password });
  await post(page, "/roles", { name: "Night desk", permissions: [] });
  const mail = await mailTo(owner.email, /webhook was disabled/);
  expect(mail.text).toContain("answered that it is gone (410)");
  expect(mail.links).toContain(`${organization.url}/webhooks/${id}`);

  await page.goto(`${organization.url}/webhooks/${id}`);
  await expect(page.getByText("Nothing is sent to it any more")).toBeVisible();
  state.status = 200;
  await page.getByRole("button", { name: "Enable" }).click();
  await expect(page.getByText("It gets events again")).toBeVisible();
  await expect(page.getByText("Nothing is sent to it any more")).toHaveCount(0);
  await chooseFromMenu(page, more, "Send again since");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("status")).toHaveText("One delivery would go out again.");
  await dialog.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("One delivery is on its way again")).toBeVisible();
  await expect.poll(() => hits.length).toBe(2);
  expect(hits[1]?.headers["webhook-id"]).toBe(hits[0]?.headers["webhook-id"]);
  await expect(page.getByRole("row", { name: /Delivered/ })).toBeVisible(); // the page looks for it by itself
  close();
});
