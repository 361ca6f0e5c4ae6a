export type Node = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  format?: string;
  examples?: unknown[];
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
};

/** Where the same fields stand already. */
export type Same = { title: string; href: string; optional?: boolean };

export type Row = {
  name: string;
  type: string;
  required: boolean;
  about: string;
  values: string[];
  rows: Row[];
  same?: Same;
};

/** The fields of a schema, with those inside them. */
export function rowsOf(schema: Node): Row[] {
  const node = inner(schema);
  return Object.entries(node.properties ?? {}).map(([name, field]) =>
    rowOf(name, field, (node.required ?? []).includes(name)),
  );
}

export function rowOf(name: string, field: Node, required: boolean): Row {
  const shown = inner(field);
  return {
    name,
    type: typeWords(field),
    required,
    about: [field.description, limits(shown)].filter(Boolean).join(" "),
    values: (shown.enum ?? inner(shown.items ?? {}).enum ?? []).map(String).filter((value) => value !== ""),
    rows: rowsOf(shown.items ? inner(shown.items) : shown),
  };
}

/** What a schema is apart from that it may be null or empty. */
function inner(schema: Node): Node {
  const several = schema.anyOf ?? schema.oneOf;
  if (!several) return schema;
  return inner(several.find((each) => each.type !== "null" && each.const !== "") ?? {});
}

function typeWords(schema: Node): string {
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return [...new Set(several.filter((each) => each.const !== "").map(typeWords))].join(" or ");
  if (Array.isArray(schema.type)) {
    const kinds = schema.type.map((type) => (type === "null" ? type : typeWords({ ...schema, type })));
    return kinds.join(" or ");
  }
  if (schema.type === "array") return `list of ${plural(typeWords(schema.items ?? {}))}`;
  const [example] = schema.examples ?? [];
  if (typeof example === "string" && /^[a-z]{3}_[0-9a-z]{26}$/.test(example)) return `id (${example.slice(0, 4)}…)`;
  if (schema.format === "date-time") return "time";
  if (schema.format === "date") return "day";
  if ("const" in schema) return JSON.stringify(schema.const);
  return schema.type ?? (schema.enum ? "string" : "anything");
}

const plural = (type: string) => (/^(string|number|integer|boolean|object)$/.test(type) ? `${type}s` : type);

function limits({ maxLength, minimum, maximum, default: without }: Node): string {
  const said = [
    maxLength !== undefined && `At most ${maxLength} characters.`,
    minimum !== undefined && maximum !== undefined && maximum < 1e9 && `From ${minimum} to ${maximum}.`,
    without !== undefined && without !== "" && !Array.isArray(without) && `Without it ${JSON.stringify(without)}.`,
  ];
  return said.filter(Boolean).join(" ");
}
