import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from "graphql";
import { BerthError } from "@/lib/errors";

/** What one request may ask (SECURITY.md 18). The largest document of the clients that we know has a tenth of each. */
export const most = {
  tokens: 5000,
  depth: 12,
  introspectionDepth: 16,
  introspectionCost: 60_000,
  aliases: 60,
  queries: 20,
  mutations: 10,
  cost: 25_000,
};

/** How many a list without a `first` is taken for. */
const usual = 10;

type Size = { depth: number; cost: number; aliases: number };
type Asking = {
  schema: GraphQLSchema;
  fragments: Map<string, FragmentDefinitionNode>;
  /** Each fragment is measured once, however often it is spread. */
  known: Map<string, Size | "measuring">;
  variables: Record<string, unknown>;
};

const nothing: Size = { depth: 0, cost: 0, aliases: 0 };

/**
 * Refuses a document that asks too much, before anything walks it field by field. Every fragment is looked at once, so
 * that measuring costs no more than the document is long.
 */
export function refuseTooMuch(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const asking: Asking = { schema, fragments, known: new Map(), variables: withDefaults(operation, variables) };
  const writes = operation.operation === "mutation";
  const root = (writes ? schema.getMutationType() : schema.getQueryType()) ?? undefined;
  const size = sizeOf(operation.selectionSet, root, asking);
  const roots = rootCount(operation.selectionSet, fragments, new Map());
  const asksSchema = operation.selectionSet.selections.every(
    (each) => each.kind === Kind.FIELD && each.name.value.startsWith("__"),
  );
  bound("levels", size.depth, asksSchema ? most.introspectionDepth : most.depth);
  bound("aliases", size.aliases, most.aliases);
  bound(writes ? "changes" : "questions", roots, writes ? most.mutations : most.queries);
  bound("fields", size.cost, asksSchema ? most.introspectionCost : most.cost);
}

/** What a variable is when nothing is given for it. */
function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Record<string, unknown>) {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

export function tooDeep(): BerthError {
  return tooMuch("levels", most.depth);
}

function bound(what: string, given: number, limit: number): void {
  if (given > limit) throw tooMuch(what, limit);
}

function tooMuch(what: string, limit: number): BerthError {
  return new BerthError("invalid", `This document asks for too much: at most ${limit.toLocaleString("en")} ${what}.`, {
    reason: "document_too_large",
  });
}

function sizeOf(set: SelectionSetNode | undefined, type: GraphQLNamedType | undefined, asking: Asking): Size {
  const sizes = (set?.selections ?? []).map((selection): Size => {
    if (selection.kind === Kind.FIELD) return sizeOfField(selection, type, asking);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return sizeOfFragment(selection.name.value, asking);
    const named = selection.typeCondition ? asking.schema.getType(selection.typeCondition.name.value) : type;
    return sizeOf(selection.selectionSet, named, asking);
  });
  return sizes.reduce(
    (sum, each) => ({
      depth: Math.max(sum.depth, each.depth),
      cost: sum.cost + each.cost,
      aliases: sum.aliases + each.aliases,
    }),
    nothing,
  );
}

function sizeOfFragment(name: string, asking: Asking): Size {
  const known = asking.known.get(name);
  if (known === "measuring")
    throw new BerthError("invalid", "This document has fragments that contain themselves.", {
      reason: "fragment_circle",
    });
  if (known) return known;
  const fragment = asking.fragments.get(name);
  if (!fragment) return nothing;
  asking.known.set(name, "measuring");
  const size = sizeOf(fragment.selectionSet, asking.schema.getType(fragment.typeCondition.name.value), asking);
  asking.known.set(name, size);
  return size;
}

/** What every schema has beside its own fields, at the root of questions. */
const inside = new Map([SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]));

function sizeOfField(node: FieldNode, type: GraphQLNamedType | undefined, asking: Asking): Size {
  const own = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
  const field = own ?? (type === asking.schema.getQueryType() ? inside.get(node.name.value) : undefined);
  const inner = sizeOf(node.selectionSet, field && getNamedType(field.type), asking);
  const price = typeof field?.extensions.cost === "number" ? field.extensions.cost : 1;
  return {
    depth: inner.depth + 1,
    cost: price + lengthOf(node, field, asking) * inner.cost,
    aliases: inner.aliases + (node.alias ? 1 : 0),
  };
}

/** How many objects a field can answer with: what `first` says, in its arguments or in the filter among them. */
function lengthOf(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined, { variables }: Asking): number {
  // The length of a connection stands at the connection.
  if (!field || !node.selectionSet || node.name.value === "edges") return 1;
  const pages = field.extensions.pages === true;
  if (!pages) return isListType(getNullableType(field.type)) ? usual : 1;
  const filter = node.arguments?.find(({ name }) => name.value === "filter")?.value;
  if (filter?.kind === Kind.VARIABLE) return firstIn(variables[filter.name.value]);
  if (filter?.kind !== Kind.OBJECT) return 25;
  const first = filter.fields.find(({ name }) => name.value === "first")?.value;
  if (first?.kind === Kind.VARIABLE) return clamped(variables[first.name.value]);
  return first?.kind === Kind.INT ? clamped(Number(first.value)) : 25;
}

function firstIn(filter: unknown): number {
  return clamped(typeof filter === "object" && filter !== null && "first" in filter ? filter.first : undefined);
}

/** What is no number here is refused later; until then it counts as much as anybody may ask. */
function clamped(first: unknown): number {
  if (first === undefined || first === null) return 25;
  return typeof first === "number" && first >= 0 && first <= 100 ? Math.max(1, first) : 100;
}

function rootCount(set: SelectionSetNode, fragments: Asking["fragments"], known: Map<string, number>): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + rootCount(selection.selectionSet, fragments, known);
    const name = selection.name.value;
    const fragment = fragments.get(name);
    const count = known.get(name) ?? (fragment ? rootCount(fragment.selectionSet, fragments, known) : 0);
    known.set(name, count);
    return sum + count;
  }, 0);
}
