import { GraphQLError, type GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { BerthError } from "@/lib/errors";

const most = 1000;
const dangerous = new Set(["__proto__", "constructor", "prototype"]);

type Behaviour = Partial<Pick<GraphQLScalarType, "serialize" | "parseValue" | "parseLiteral">>;

/** How the schema's own scalars read and write. */
export const scalars: Record<string, Behaviour> = {
  DateTime: { serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)), ...text() },
  Date: { serialize: String, ...text() },
  JSON: { serialize: (value) => value, parseValue: (value) => value, parseLiteral: literal },
};

function text(): Behaviour {
  const read = (value: unknown) => {
    if (typeof value !== "string" || value.length > most || Number.isNaN(Date.parse(value)))
      throw new GraphQLError("Give a moment as text, such as 2026-01-31T12:00:00Z.");
    return value;
  };
  return {
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  };
}

/** A value that stands in the document itself; objects without the names that reach a prototype. */
function literal(node: ValueNode, variables?: Record<string, unknown> | null): unknown {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.ENUM:
    case Kind.BOOLEAN:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((each) => literal(each, variables));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map(({ name, value }) => {
          if (dangerous.has(name.value))
            throw new BerthError("invalid", "The document has a field with a name that is not allowed.");
          return [name.value, literal(value, variables)];
        }),
      );
    case Kind.VARIABLE:
      return variables?.[node.name.value];
    default:
      return null;
  }
}
