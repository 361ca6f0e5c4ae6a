import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";

/** Names of input types as the guide spells them, and as the schema does. */
const inputNames = new Map([["MutateTokenMutationInput", "TokenMutationInput"]]);
const connectionFields = new Set(["edges", "page_info"]);

type Fragments = Map<string, FragmentDefinitionNode>;

/**
 * Lets documents run that ask in another way than the schema is written (API.md 4.11), before anything judges them: the
 * root `organizations` without `edges` and `page_info` is a list, input types have the guide's names too, and variables
 * that nothing uses are as if they were not declared.
 */
export function rewrite(document: DocumentNode): DocumentNode {
  const fragments: Fragments = new Map();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const used = new Set<string>();
  visit(document, {
    enter(node) {
      if (node.kind === Kind.VARIABLE_DEFINITION) return false;
      if (node.kind === Kind.VARIABLE) used.add(node.name.value);
      return undefined;
    },
  });
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.operation === "query")
      refuseBoth(definition, fragments);
  const renamed: DocumentNode = visit(document, {
    enter(node) {
      if (node.kind === Kind.VARIABLE_DEFINITION && !used.has(node.variable.name.value)) return null;
      if (node.kind !== Kind.NAMED_TYPE) return undefined;
      const name = inputNames.get(node.name.value);
      return name ? { ...node, name: { ...node.name, value: name } } : undefined;
    },
  });
  return {
    ...renamed,
    definitions: renamed.definitions.map((definition) => {
      const root =
        (definition.kind === Kind.OPERATION_DEFINITION && definition.operation === "query") ||
        (definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value === "Query");
      return root ? { ...definition, selectionSet: withLists(definition.selectionSet, fragments) } : definition;
    }),
  };
}

/** The root fields of a query, and those of inline fragments on it. */
function withLists(set: SelectionSetNode, fragments: Fragments): SelectionSetNode {
  return {
    ...set,
    selections: set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return { ...selection, selectionSet: withLists(selection.selectionSet, fragments) };
      if (selection.kind !== Kind.FIELD || shapeOf(selection, fragments) !== "list") return selection;
      return {
        ...selection,
        name: { ...selection.name, value: "organization_list" },
        alias: selection.alias ?? selection.name,
      };
    }),
  };
}

type Shape = "list" | "connection" | "open";

/** What a root field asks of `organizations`; nothing but `__typename` leaves it open, and is taken for a connection. */
function shapeOf(field: FieldNode, fragments: Fragments): Shape | undefined {
  if (field.name.value !== "organizations") return undefined;
  const names = new Set<string>();
  collect(field.selectionSet, { fragments, names, seen: new Set() });
  names.delete("__typename");
  const connection = [...names].some((name) => connectionFields.has(name));
  const list = [...names].some((name) => !connectionFields.has(name));
  if (connection && list) throw both(field);
  return list ? "list" : connection ? "connection" : "open";
}

function refuseBoth(operation: OperationDefinitionNode, fragments: Fragments): void {
  const shapes = new Map<string, Shape>();
  for (const field of rootFields(operation.selectionSet, fragments, new Set())) {
    const shape = shapeOf(field, fragments);
    const key = (field.alias ?? field.name).value;
    if (shape === undefined || shape === "open") continue;
    if ((shapes.get(key) ?? shape) !== shape) throw both(field);
    shapes.set(key, shape);
  }
}

function rootFields(set: SelectionSetNode, fragments: Fragments, seen: Set<string>): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, fragments, seen);
    const fragment = fragments.get(selection.name.value);
    if (!fragment || seen.has(selection.name.value)) return [];
    seen.add(selection.name.value);
    return rootFields(fragment.selectionSet, fragments, seen);
  });
}

type Collecting = { fragments: Fragments; names: Set<string>; seen: Set<string> };

function collect(set: SelectionSetNode | undefined, to: Collecting): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) to.names.add(selection.name.value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, to);
    else if (!to.seen.has(selection.name.value)) {
      to.seen.add(selection.name.value);
      collect(to.fragments.get(selection.name.value)?.selectionSet, to);
    }
  }
}

function both(field: FieldNode): GraphQLError {
  return new GraphQLError(
    "Ask organizations either as a list or as a connection with edges and page_info, or give one of them an alias.",
    { nodes: field },
  );
}
