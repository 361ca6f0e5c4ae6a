import { type ASTNode, type DocumentNode, Kind, parse, print, type ValueNode, visit } from "graphql";
import { isSecretName, masked, maskText } from "@/lib/logs/mask";
import { most } from "./measure";

/** Fields of this interface that hold a key, by their own names. */
const always = ["key", "guid"];

export type LoggedDocument = { query: string; variables: unknown; operationName?: string | undefined };

/**
 * A document as the log keeps it: what stands in a secret's place is masked, written out or as a variable. `names` are
 * those under which its answer may hold a secret, aliases too; `onlyAsks` whether it changes nothing. What cannot be read is
 * not kept.
 */
export function loggedDocument(
  query: string,
  variables: Record<string, unknown> | null | undefined,
): { document: Omit<LoggedDocument, "operationName">; names: Set<string>; onlyAsks: boolean } {
  const names = new Set(always);
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: most.tokens, noLocation: true });
  } catch {
    return { document: { query: "[not readable as GraphQL]", variables: {} }, names, onlyAsks: false };
  }
  const secretVariables = new Set<string>();
  const hide = (name: string, value: ValueNode): ValueNode => {
    if (!isSecretName(name, names)) return value;
    return hidden(value, secretVariables);
  };
  const shown: DocumentNode = visit(document, {
    enter(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD)
        return { ...node, value: hide(node.name.value, node.value) };
      if (node.kind === Kind.FIELD && node.alias && isSecretName(node.name.value, names)) names.add(node.alias.value);
      return undefined;
    },
  });
  const written: DocumentNode = visit(shown, {
    enter(node) {
      const isSecret = node.kind === Kind.VARIABLE_DEFINITION && secretVariables.has(node.variable.name.value);
      return isSecret && node.defaultValue
        ? { ...node, defaultValue: hidden(node.defaultValue, new Set()) }
        : undefined;
    },
  });
  const given = Object.entries(variables ?? {});
  const kept = given.map(([name, value]) => [name, secretVariables.has(name) ? masked : value]);
  const onlyAsks = document.definitions.every((each) => !("operation" in each) || each.operation === "query");
  return { document: { query: maskText(print(written)), variables: Object.fromEntries(kept) }, names, onlyAsks };
}

/** The same value with its texts and numbers masked; the variables in it are secret too. */
function hidden(value: ValueNode, secretVariables: Set<string>): ValueNode {
  return visit(value as ASTNode, {
    enter(node) {
      if (node.kind === Kind.VARIABLE) secretVariables.add(node.name.value);
      return values.has(node.kind) ? { kind: Kind.STRING, value: masked } : undefined;
    },
  }) as ValueNode;
}

const values = new Set<string>([Kind.STRING, Kind.INT, Kind.FLOAT, Kind.ENUM]);
