import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import type { MailMessage } from "./message";
import { deliver, type MailRoutes } from "./transport";

const message: MailMessage = {
  id: "019ab3f0-0000-7000-8000-000000000001",
  to: "ada@acme.example",
  from: "Berth <berth@berth.localhost>",
  subject: "Größe: confirm your address",
  html: "<p>Hello</p>",
  text: "Hello\n",
  headers: { "Auto-Submitted": "auto-generated" },
};

const nowhere: MailRoutes = {
  rootUrl: new URL("http://berth.localhost:3000"),
  resendApiKey: undefined,
  resendBaseUrl: undefined,
  smtpUrl: undefined,
  mailbox: false,
  keep: () => Promise.reject(new Error("the mailbox was not expected")),
};

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

const portOf = (server: Server | SMTPServer["server"]) => (server.address() as AddressInfo).port;

describe("Resend", () => {
  type Request = { url: string | undefined; headers: IncomingHttpHeaders; body: unknown };

  async function resendStandIn(status: number, answer: unknown) {
    const requests: Request[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      requests.push({ url: request.url, headers: request.headers, body });
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    cleanUps.push(() => new Promise((resolve) => server.close(() => resolve())));
    const routes = { ...nowhere, resendApiKey: "re_test", resendBaseUrl: `http://127.0.0.1:${portOf(server)}/` };
    return { requests, routes };
  }

  test("gets the mail with the id as idempotency key", async () => {
    const { requests, routes } = await resendStandIn(200, { id: "far-side" });
    await deliver(message, routes);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url).toBe("/emails");
    expect(requests[0]?.headers).toMatchObject({ authorization: "Bearer re_test", "idempotency-key": message.id });
    const { id: _, ...sent } = message;
    expect(requests[0]?.body).toMatchObject(sent);
  });

  test.each([
    [422, "validation_error", true],
    [409, "invalid_idempotent_request", true],
    [409, "concurrent_idempotent_requests", false],
    [401, "missing_api_key", false],
    [403, "invalid_from_address", false],
    [429, "rate_limit_exceeded", false],
    [500, "application_error", false],
  ])("%i %s is permanent: %s", async (statusCode, name, permanent) => {
    const { routes } = await resendStandIn(statusCode, { statusCode, name, message: "told by the far side" });
    await expect(deliver(message, routes)).rejects.toMatchObject({ name: "DeliveryError", permanent });
  });

  test("is tried again where it cannot be reached", async () => {
    const routes = { ...nowhere, resendApiKey: "re_test", resendBaseUrl: "http://127.0.0.1:1" };
    await expect(deliver(message, routes)).rejects.toMatchObject({ permanent: false });
  });
});

describe("SMTP", () => {
  type Refusal = { at: "MAIL" | "RCPT" | "DATA"; code: number };

  async function smtpStandIn(refusal?: Refusal) {
    const mails: string[] = [];
    const refuse = (at: Refusal["at"]) =>
      refusal?.at === at ? Object.assign(new Error("not here"), { responseCode: refusal.code }) : null;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onMailFrom: (_address, _session, done) => done(refuse("MAIL")),
      onRcptTo: (_address, _session, done) => done(refuse("RCPT")),
      onData(stream, _session, done) {
        let mail = "";
        stream.on("data", (chunk: Buffer) => {
          mail += chunk.toString();
        });
        stream.on("end", () => {
          const refused = refuse("DATA");
          if (!refused) mails.push(mail);
          done(refused);
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    cleanUps.push(() => new Promise((resolve) => server.close(() => resolve())));
    return { mails, routes: { ...nowhere, smtpUrl: `smtp://127.0.0.1:${portOf(server.server)}` } };
  }

  test("gets both parts and a Message-ID that never changes", async () => {
    const { mails, routes } = await smtpStandIn();
    await deliver(message, routes);
    await deliver(message, routes);
    const [first, second] = await Promise.all(mails.map((mail) => PostalMime.parse(mail)));
    expect(first).toMatchObject({
      messageId: `<${message.id}@berth.localhost>`,
      subject: message.subject,
      to: [{ address: message.to }],
      from: { name: "Berth", address: "berth@berth.localhost" },
    });
    expect(first?.html).toContain(message.html);
    expect(first?.text).toContain("Hello");
    expect(second?.messageId).toBe(first?.messageId);
    expect(first?.headers).toContainEqual(expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }));
  });

  test.each<[Refusal["at"], number, boolean]>([
    ["RCPT", 550, true],
    ["RCPT", 450, false],
    ["DATA", 554, true],
    ["DATA", 451, false],
    ["MAIL", 550, false],
  ])("a refusal of %s with %i is permanent: %s", async (at, code, permanent) => {
    const { routes } = await smtpStandIn({ at, code });
    await expect(deliver(message, routes)).rejects.toMatchObject({ name: "DeliveryError", permanent });
  });

  test("is tried again where it cannot be reached", async () => {
    await expect(deliver(message, { ...nowhere, smtpUrl: "smtp://127.0.0.1:1" })).rejects.toMatchObject({
      permanent: false,
    });
  });
});

test("without a key and an address the mailbox keeps it", async () => {
  const kept: MailMessage[] = [];
  const keep = async (mail: MailMessage) => void kept.push(mail);
  await deliver(message, { ...nowhere, mailbox: true, keep });
  expect(kept).toEqual([message]);
});

test("with nothing set up the mail waits, and the fault says what to set", async () => {
  await expect(deliver(message, nowhere)).rejects.toThrow(/RESEND_API_KEY or SMTP_URL/);
  await expect(deliver(message, nowhere)).rejects.toMatchObject({ permanent: false });
});
