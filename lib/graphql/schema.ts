import { buildSchema, type GraphQLSchema, getNullableType, isObjectType, isScalarType } from "graphql";
import type { Reader } from "./reader";
import { auditResolvers } from "./resolve/audit";
import { eventResolvers } from "./resolve/events";
import { factorResolvers } from "./resolve/factors";
import { invitationResolvers } from "./resolve/invitations";
import { keyResolvers } from "./resolve/keys";
import { knownRecords } from "./resolve/known-records";
import { logResolvers } from "./resolve/logs";
import { memberResolvers } from "./resolve/members";
import { orderResolvers } from "./resolve/orders";
import { organizationResolvers } from "./resolve/organizations";
import { planResolvers } from "./resolve/plans";
import { recordResolvers } from "./resolve/records";
import { serverResolvers } from "./resolve/servers";
import { shipmentResolvers } from "./resolve/shipments";
import { trackerResolvers } from "./resolve/trackers";
import { usageResolvers } from "./resolve/usage";
import { userResolvers } from "./resolve/users";
import { webhookResolvers } from "./resolve/webhooks";
import { workspaceResolvers } from "./resolve/workspace";
import type { Resolvers } from "./resolvers";
import { scalars } from "./scalars";
import { auditSchema } from "./schema/audit";
import { baseSchema } from "./schema/base";
import { eventsSchema } from "./schema/events";
import { factorsSchema } from "./schema/factors";
import { keysSchema } from "./schema/keys";
import { logsSchema } from "./schema/logs";
import { ordersSchema } from "./schema/orders";
import { organizationsSchema } from "./schema/organizations";
import { plansSchema } from "./schema/plans";
import { recordsSchema } from "./schema/records";
import { serversSchema } from "./schema/servers";
import { shipmentsSchema } from "./schema/shipments";
import { shippingWordsSchema } from "./schema/shipping-words";
import { trackersSchema } from "./schema/trackers";
import { usersSchema } from "./schema/users";
import { webhooksSchema } from "./schema/webhooks";
import { workspaceSchema } from "./schema/workspace";

/** What a field that runs an operation counts for, beside those that are only read from an object. */
const operationCost = 20;
const askedByItself = new Set(["Query", "Mutation", "OrganizationType"]);
/** What is asked for many objects at once. */
const batchedCost = 2;

/** The one schema: names and types as clients know them (API.md 4), what answers them beside it. */
export const schema: GraphQLSchema = withResolvers(
  buildSchema(
    [
      baseSchema,
      organizationsSchema,
      usersSchema,
      shippingWordsSchema,
      workspaceSchema,
      keysSchema,
      auditSchema,
      shipmentsSchema,
      trackersSchema,
      ordersSchema,
      eventsSchema,
      logsSchema,
      factorsSchema,
      webhooksSchema,
      plansSchema,
      serversSchema,
      recordsSchema,
    ].join("\n"),
  ),
  [
    organizationResolvers,
    memberResolvers,
    invitationResolvers,
    userResolvers,
    factorResolvers,
    webhookResolvers,
    workspaceResolvers,
    keyResolvers,
    auditResolvers,
    eventResolvers,
    logResolvers,
    usageResolvers,
    planResolvers,
    shipmentResolvers,
    trackerResolvers,
    orderResolvers,
    serverResolvers,
    ...knownRecords.map(recordResolvers),
  ],
);

function withResolvers(built: GraphQLSchema, parts: Resolvers[]): GraphQLSchema {
  for (const type of Object.values(built.getTypeMap())) {
    if (isScalarType(type) && scalars[type.name]) Object.assign(type, scalars[type.name]);
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const resolvers = Object.assign({}, ...parts.map((part) => part[type.name] ?? {})) as Resolvers[string];
    const fields = type.getFields();
    for (const [name, resolve] of Object.entries(resolvers)) {
      const field = fields[name];
      if (!field) throw new Error(`${type.name} has no field ${name}`);
      field.resolve = (source, args, reader: Reader) => resolve(source as never, args as never, reader); // each knows its own
      field.extensions = { ...field.extensions, cost: askedByItself.has(type.name) ? operationCost : batchedCost };
    }
    for (const field of Object.values(fields))
      if (
        field.args.some(({ name }) => name === "filter") &&
        !String(getNullableType(field.type)).startsWith("OrgUsage")
      )
        field.extensions = { ...field.extensions, pages: true };
  }
  return built;
}
