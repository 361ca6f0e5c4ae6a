import { expect, test } from "vitest";
import { openKeptMail, sealKeptMail } from "./kept-mail";

const secret = "a-secret-for-the-tests-of-the-mailbox-012345";
const mail = { id: "one", to: "Ada@Acme.example", from: "b@b.example", subject: "S", html: "<p>h</p>", text: "t" };
const row = { id: "one", recipient: "ada@acme.example", created_at: new Date() };

test("a kept mail opens in its own row only", () => {
  const sealed_message = sealKeptMail(secret, mail);
  const opened = { to: mail.to, subject: "S", html: "<p>h</p>", text: "t" };
  expect(openKeptMail(secret, { ...row, sealed_message })).toEqual(opened);
  expect(openKeptMail(secret, { ...row, id: "two", sealed_message }).subject).toBe("This mail cannot be opened");
  expect(openKeptMail(`${secret}!`, { ...row, sealed_message }).text).toContain("sealed with key");
});
