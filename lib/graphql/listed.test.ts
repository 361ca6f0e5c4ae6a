import { readFileSync } from "node:fs";
import { buildSchema, findBreakingChanges, type GraphQLSchema } from "graphql";
import { expect, it } from "vitest";
import { typedOtherwise } from "./differences";
import { schema } from "./schema";

/** Types that API.md's tables name and do not list field by field. */
const unlisted = [
  ...["CarrierSnapshotType", "CommodityType", "CountryCodeEnum", "CurrencyCodeEnum", "CustomsType", "MessageType"],
  ...["ParcelType", "PaymentType", "RateType", "ReturnShipmentType", "TrackingEventType", "TrackingInfoType"],
  ...["UpdateAddressInput", "UpdateCommodityInput"],
];
const absent = ["RateSheetType", "TracingRecordType"];
const scalars = ["Date", "DateTime", "JSON"];

/** API.md 4.4 to 4.7, each type, input and enum with all its fields, as that page has them. */
const listed = readFileSync(new URL("listed.graphql", import.meta.url), "utf8");

/** Where a document written for `listed` could fail, by type and field. */
function differences(from: GraphQLSchema, to: GraphQLSchema): string[] {
  return findBreakingChanges(from, to)
    .filter(({ type, description }) => type !== "TYPE_CHANGED_KIND" || !unlisted.some((n) => description.startsWith(n)))
    .map(({ description }) => description.split(" ")[0] ?? "");
}

const asListed = buildSchema(listed + [...unlisted, ...absent, ...scalars].map((name) => `\nscalar ${name}`).join(""));

it("every type, input, enum and field of the tables is here as it stands there, or in the list with its reason", () => {
  expect(Object.keys(asListed.getTypeMap()).length).toBeGreaterThan(100);
  expect([...new Set(differences(asListed, schema))].sort()).toEqual(Object.keys(typedOtherwise).sort());
  for (const [what, why] of Object.entries(typedOtherwise)) expect(why, what).toMatch(/^[A-Z].+\.$/);
});

it("a field that is missing, an input that asks for more and a value that is gone are each found", () => {
  const wrong = buildSchema(`
    type Query { user: UserType! } type UserType { email: String } input OrgFilter { id: String! } enum UserRole { admin }`);
  const right = buildSchema(`
    type Query { user: UserType! } type UserType { email: String! full_name: String } input OrgFilter { id: String }
    enum UserRole { admin member }`);
  expect(differences(right, wrong).sort()).toEqual([
    ...["OrgFilter.id", "UserType.email", "UserType.full_name", "member"],
  ]);
});
