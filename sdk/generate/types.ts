import type { JsonSchema } from "@/lib/api/json-schema";

type Node = JsonSchema & {
  $ref?: string;
  const?: unknown;
  enum?: unknown[];
  type?: string | string[];
  description?: string;
};

/** The TypeScript type of a schema of our OpenAPI document. Throws for a keyword that it does not know. */
export function typeOf(schema: JsonSchema, indent = ""): string {
  const node = schema as Node; // the document carries a few keywords more than an operation's schema
  if (node.$ref) return node.$ref.slice(node.$ref.lastIndexOf("/") + 1);
  if ("const" in node) return JSON.stringify(node.const);
  if (node.enum) return union(node.enum.map((value) => JSON.stringify(value)));
  const several = node.anyOf ?? node.oneOf;
  if (several) return union(several.map((each) => typeOf(each, indent)));
  if (Array.isArray(node.type))
    return union(node.type.map((type) => typeOf({ ...node, type } as unknown as JsonSchema, indent)));
  switch (node.type) {
    case "string":
      return "string";
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "null":
      return "null";
    case "array":
      return `${wrapped(node.items ? typeOf(node.items, indent) : "unknown")}[]`;
    case "object":
      return objectOf(node, indent);
    case undefined:
      return "unknown";
    default:
      throw new Error(`No type is known for ${JSON.stringify(schema).slice(0, 200)}.`);
  }
}

/** A comment above what it is about; empty where there is nothing to say. */
export function comment(text: string | undefined, indent = ""): string {
  if (!text) return "";
  const lines = text.replaceAll("*/", "* /").split("\n");
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

function objectOf({ properties, required = [], additionalProperties }: Node, indent: string): string {
  const inner = `${indent}  `;
  const fields = Object.entries(properties ?? {}).map(([name, field]) => {
    const said = comment((field as Node).description, inner); // as above
    return `${said}${inner}${nameOf(name)}${required.includes(name) ? "" : "?"}: ${typeOf(field, inner)};\n`;
  });
  if (fields.length > 0) return `{\n${fields.join("")}${indent}}`;
  if (additionalProperties === false) return "Record<string, never>";
  const values = typeof additionalProperties === "object" ? typeOf(additionalProperties, indent) : "unknown";
  return `Record<string, ${values}>`;
}

function nameOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function union(types: string[]): string {
  return [...new Set(types)].join(" | ");
}

function wrapped(type: string): string {
  return /[|&]/.test(type) && !/^\{[\s\S]*\}$/.test(type) ? `(${type})` : type;
}
