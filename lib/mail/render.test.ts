import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { type MailTemplateName, type MailTemplates, mailTemplates } from "./registry";
import { renderMail } from "./render";

const rootUrl = new URL("http://berth.localhost:3000");
const link = "http://acme.berth.localhost:3000/join?a=1&token=abc";
const hostile = 'Eve <script>alert(1)</script>\r\nBcc: x@evil.example "https://evil.example/a"';
const at = "2026-11-21T03:15:00.000Z";

function samples(name: string): MailTemplates {
  const organization = { name };
  const timeZone = "Europe/Berlin";
  const until = { link, timeZone, expiresAt: at };
  const when = { link, timeZone, at };
  return {
    "verify-address": { name, ...until },
    "reset-password": { name, address: "203.0.113.7", ...until },
    "address-already-known": { name, link },
    "new-device": { name, device: name, address: "203.0.113.7", ...when },
    "second-factor": { name, change: "on", address: "203.0.113.7", ...when },
    "sign-in-method": { name, change: "added", method: "Google", address: "203.0.113.7", ...when },
    "confirm-identity": { name, method: "Google", link },
    "password-changed": { name, address: "203.0.113.7", ...when },
    "address-changed": { name, oldAddress: "old@acme.example", newAddress: "new@acme.example", ...when },
    "console-paused": { name, person: name, ...when },
    invitation: { organization, inviter: name, role: name, message: name, ...until },
    activation: { organization, name, role: name, note: name, ...until },
    "request-received": { organization, name, link },
    "request-from-member": { organization, name, suspended: false, link },
    "request-waiting": { organization, requester: name, address: "ada@acme.example", message: name, link },
    "request-escalated": {
      organization,
      requester: name,
      address: "ada@acme.example",
      message: name,
      askedAt: at,
      dueAt: at,
      timeZone,
      link,
    },
    "request-approved": { organization, name, role: name, note: name, link },
    "request-rejected": { organization, name, reason: name, link },
    "request-expired": { organization, name, link },
    "approval-taken-back": { organization, name, reason: name, link },
    "approval-lapsed": { organization, requester: name, address: "ada@acme.example", approver: name, link },
    notice: { organization, title: name, body: name, path: "/members", link, timeZone },
    digest: { organization, name, amount: 2, items: [{ title: name, at }], timeZone, link },
    "stand-in": { organization, name, giver: name, startsAt: at, endsAt: at, note: name, timeZone, link },
    support: { organization, title: name, body: name, link, timeZone },
    "ownership-offered": { organization, name, owner: name, ...until },
    "ownership-moved": {
      organization,
      name,
      recipient: "new-owner",
      newOwner: name,
      previousOwner: name,
      ...when,
    },
  };
}

const names = Object.keys(mailTemplates) as MailTemplateName[];

describe.each(names)("%s", (template) => {
  test("says the same in HTML and text, with its link in full", async () => {
    const mail = await renderMail(template, samples("Ada Quay")[template], { rootUrl });
    expect(mail.subject).not.toBe("");
    expect(mail.text).toContain(link);
    expect(mail.html.split(link.replace("&", "&amp;")).length - 1).toBeGreaterThanOrEqual(3);
    expect(mail.html).toContain("You get this because");
    expect(mail.text).toContain("You get this because");
    expect(mail.html).not.toContain("undefined");
    expect(mail.text).not.toMatch(/undefined|<\w/);
  });

  test("makes hostile names inert [S93]", async () => {
    const mail = await renderMail(template, samples(hostile)[template], { rootUrl });
    expect(mail.html).not.toContain("<script");
    expect(mail.html).not.toContain("evil.example");
    expect(mail.text).not.toContain("evil.example");
    expect(mail.text).not.toContain("https://");
    expect(mail.subject).not.toMatch(/[\p{Cc}\u2060]/u);
  });

  test("refuses a link to another host [S93]", async () => {
    for (const wrong of ["http://evil.example/", "http://evilberth.localhost:3000/", "https://berth.localhost:3000/"]) {
      const props = { ...samples("Ada")[template], link: wrong };
      await expect(renderMail(template, props, { rootUrl })).rejects.toThrow(/may only link to/);
    }
    const props = { ...samples("Ada")[template], link: "javascript:alert(1)" };
    await expect(renderMail(template, props, { rootUrl })).rejects.toThrow();
  });

  test("gives the same bytes for the same props", async () => {
    const props = samples("Ada Quay")[template];
    const [first, second] = [
      await renderMail(template, props, { rootUrl }),
      await renderMail(template, props, { rootUrl }),
    ];
    expect(second).toEqual(first);
  });
});

test("mails that the database writes itself find their pages", async () => {
  const organization = { name: "Acme", slug: "acme", accent: null, logoUrl: null };
  // The pair says that the props fit; TypeScript loses that once they are two arguments.
  const text = async (...[name, props]: { [N in MailTemplateName]: [N, MailTemplates[N]] }[MailTemplateName]) =>
    (await renderMail(name, props as never, { rootUrl })).text;
  expect(await text("address-already-known", { name: "Ada" })).toContain("http://berth.localhost:3000/sign-in\n");
  expect(await text("new-device", { name: "Ada", device: "Firefox", address: null, at })).toContain(
    "/account/security\n",
  );
  expect(await text("address-changed", { name: "Ada", newAddress: "b@acme.example" })).not.toMatch(/Before|Time/);
  expect(await text("verify-address", { name: "Ada", link })).toContain("for 24 hours");
  expect(
    await text("request-waiting", { organization, requester: "Bo", address: "bo@acme.example", message: null }),
  ).toContain("http://acme.berth.localhost:3000/registrations\n");
});

test("the button of a notice says where it leads, for every page that the database names", async () => {
  const organization = { name: "Acme", slug: "acme", accent: null, logoUrl: null };
  const button = async (path?: string) => {
    const { text } = await renderMail("notice", { organization, title: "News", path, timeZone: "UTC" }, { rootUrl });
    return text.split("\n").find((line) => line.endsWith(":") && !line.startsWith("You"));
  };
  expect(await button("/settings/plan")).toBe("See plan and use:");
  expect(await button("/registrations/reg_01h2xcejqtf2nbrexx3vqjhp41")).toBe("See the request:");
  expect(await button("/")).toBe("Open Acme:");
  expect(await button()).toBe("See your notifications:");
  const folder = new URL("../../db/sql/functions/", import.meta.url);
  const sources = await Promise.all((await readdir(folder)).map((file) => readFile(new URL(file, folder), "utf8")));
  const paths = new Set(sources.join("\n").match(/'\/[a-z][^']*'/g));
  expect(paths.size).toBeGreaterThan(5);
  for (const path of paths) expect(await button(path.slice(1, -1)), path).not.toBe("See more:");
});

test("times are told in the given zone, and name it", async () => {
  const { text } = await renderMail("invitation", samples("Ada").invitation, { rootUrl });
  expect(text).toContain("21 November 2026, 04:15 CET");
  const unknownZone = { ...samples("Ada").invitation, timeZone: "Mars/Base" };
  expect((await renderMail("invitation", unknownZone, { rootUrl })).text).toContain("03:15 UTC");
});

test("a mail of an organization wears its colour and logo, and its words stay readable", async () => {
  const dress = { accent: "#ffd400", logoId: "logo@berth" };
  const { html } = await renderMail("request-received", samples("Ada")["request-received"], { rootUrl, dress });
  expect(html).toContain("background-color:#ffd400;color:#17212b");
  expect(html).toContain('src="cid:logo@berth"');
  const own = await renderMail("reset-password", samples("Ada")["reset-password"], { rootUrl, dress });
  expect(own.html).not.toContain("#ffd400");
  expect(own.html).not.toContain("cid:");
});

test("a quoted message keeps its lines in the text part", async () => {
  const props = { ...samples("Ada").invitation, message: "First\r\nSecond" };
  expect((await renderMail("invitation", props, { rootUrl })).text).toContain("> First\n> Second\n> (Ada)");
});
