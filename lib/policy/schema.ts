import ipaddr from "ipaddr.js";
import { z } from "zod";
import { providerIds } from "@/lib/sign-in-ways";

export const factorDemands = [
  { value: "powerful", label: "Owners and admins", help: "Whoever decides about members, roles or settings." },
  { value: "everybody", label: "Everybody", help: "All members, from Staff to owner." },
  { value: "nobody", label: "Nobody", help: "Each person decides for themselves." },
] as const;

export const factorDemand = z.enum(["nobody", "powerful", "everybody"]);

const usual = (value: unknown) => (value === "" || value === "usual" ? null : value);
const numberOrNone = (least: number, most: number, sentence: string) =>
  z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence).nullable(),
  );

/** `10.0.0.0/8`, `2001:db8::/32`, or one address; as the database spells it: the network's own bits only. */
export function networkText(text: string): string | undefined {
  const plain = text.trim();
  try {
    if (!plain.includes("/")) return ipaddr.parse(plain).kind() === "ipv4" ? `${plain}/32` : `${plain}/128`;
    const [address, bits] = ipaddr.parseCIDR(plain);
    const family = address.kind() === "ipv4" ? ipaddr.IPv4 : ipaddr.IPv6;
    return `${family.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`;
  } catch {
    return undefined;
  }
}

/** Lines of a form, or a list. */
const networks = z
  .preprocess(
    (value) => (typeof value === "string" ? value.split(/[\s,;]+/).filter((each) => each !== "") : value),
    z.array(z.string().max(60)).max(50, "At most 50 networks.").default([]),
  )
  .transform((list, context) =>
    list.map((each) => {
      const network = networkText(each);
      if (network === undefined)
        context.addIssue({
          code: "custom",
          message: `${each} is neither an address nor a network such as 10.0.0.0/8.`,
        });
      return network ?? "";
    }),
  );

/** The issuers of a provider's identities, as it spells them in what it signs. */
const issuers = z
  .preprocess(
    (value) => (typeof value === "string" ? value.split(/[\s,;]+/).filter((each) => each !== "") : value),
    z
      .array(z.url({ protocol: /^https?$/, error: "Enter issuers such as https://login.example.com." }).max(300))
      .max(20, "At most 20 issuers.")
      .default([]),
  )
  .transform((list) => [...new Set(list.map((each) => each.replace(/\/+$/, "")))]);

const switched = z.preprocess((value) => value === true || value === "true", z.boolean());

export const policyInput = z.strictObject({
  factorFor: z.preprocess(usual, factorDemand.nullable()),
  graceDays: z.coerce.number("Enter days.").int("Enter whole days.").min(0, "0 to 90 days.").max(90, "0 to 90 days."),
  rememberDevices: switched,
  sessionHours: numberOrNone(1, 720, "1 to 720 hours, or nothing."),
  sessionIdleMinutes: numberOrNone(5, 20_160, "5 minutes to 14 days, or nothing."),
  signInWays: z
    .array(z.enum(["password", ...providerIds]))
    .min(1, "Leave at least one way.")
    .nullable()
    .default(null),
  signInIssuers: issuers,
  networks,
  /** Sets networks or ways that leave out the one who sets them. */
  despiteLockOut: switched,
});

export const policyRow = z
  .object({
    factor_for: factorDemand.nullable(),
    factor_grace_days: z.number(),
    usual_factor_for: factorDemand,
    usual_grace_days: z.number(),
    remember_devices: z.boolean(),
    session_hours: z.number().nullable(),
    session_idle_minutes: z.number().nullable(),
    sign_in_ways: z.array(z.string()).nullable(),
    sign_in_issuers: z.array(z.string()),
    networks: z.array(z.string()),
    address: z.string().nullable(),
    members: z.number(),
    members_with_factor: z.number(),
  })
  .transform((row) => ({
    factorFor: row.factor_for,
    graceDays: row.factor_grace_days,
    usualFactorFor: row.usual_factor_for,
    usualGraceDays: row.usual_grace_days,
    rememberDevices: row.remember_devices,
    sessionHours: row.session_hours,
    sessionIdleMinutes: row.session_idle_minutes,
    signInWays: row.sign_in_ways,
    signInIssuers: row.sign_in_issuers,
    networks: row.networks,
    address: row.address,
    members: row.members,
    membersWithFactor: row.members_with_factor,
  }));

/** What an organization demands of a sign-in. `factorFor` null: as the installation does (`usualFactorFor`). */
export const policy = z.object({
  factorFor: factorDemand.nullable(),
  graceDays: z.number(),
  usualFactorFor: factorDemand,
  usualGraceDays: z.number(),
  rememberDevices: z.boolean(),
  sessionHours: z.number().nullable(),
  sessionIdleMinutes: z.number().nullable(),
  signInWays: z.array(z.string()).nullable(),
  /** Empty: identities of any issuer that the installation knows. */
  signInIssuers: z.array(z.string()),
  networks: z.array(z.string()),
  /** From where this was asked. */
  address: z.string().nullable(),
  members: z.number(),
  membersWithFactor: z.number(),
});

export type Policy = z.output<typeof policy>;
