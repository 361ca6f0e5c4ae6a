import { describe, expect, it } from "vitest";
import { emailInput, passwordInput } from "./schema";

describe("an e-mail address [S55]", () => {
  it.each([
    ["Maria@Example.COM", "maria@example.com"],
    ["  maria@example.com ", "maria@example.com"],
    ["ｍａｒｉａ@example.com", "maria@example.com"],
    ["maria＠example.com", "maria@example.com"],
    ["maria@bücher.example", "maria@xn--bcher-kva.example"],
    ["maria+tag@example.com", "maria+tag@example.com"],
  ])("%s is one identity", (typed, kept) => {
    expect(emailInput.parse(typed)).toBe(kept);
  });

  it.each([
    "maria",
    "@example.com",
    "maria@",
    "maria@localhost",
    '"maria@evil.example"@example.com',
    '"maria"@example.com',
    "maria@example.com,eve@evil.example",
    "maria@example.com;eve@evil.example",
    "maria@example.com eve@evil.example",
    "Maria <maria@example.com>",
    "maria@example.com\r\nBcc: eve@evil.example",
    "maria@example.com\u0000",
    "maria@evil.example＠example.com",
    "maria(comment)@example.com",
    "maria@[127.0.0.1]",
    `${"m".repeat(65)}@example.com`,
    `maria@${"e".repeat(300)}.com`,
  ])("%j is refused", (typed) => {
    expect(emailInput.safeParse(typed).success).toBe(false);
  });
});

it("a password has 12 to 200 characters", () => {
  expect(passwordInput.safeParse("eleven char").success).toBe(false);
  expect(passwordInput.safeParse("twelve chars").success).toBe(true);
  expect(passwordInput.safeParse("x".repeat(201)).success).toBe(false);
});
