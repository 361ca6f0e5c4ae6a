import { z } from "zod";
import { page } from "@/lib/access/list";
import { verdict } from "@/lib/access/verdict";
import { idOutput } from "@/lib/ids";
import { dimensionUnit, weightUnit } from "@/lib/measures/schema";
import { postalOutput } from "@/lib/postal/schema";
import type { Declaration } from "./declaration";
import { type Field, type Fields, type Shape, usesMeasures, usesMoney } from "./field-schema";

/** What a record refers to; its name is null for people who may not see it. */
export function referenceOutput(prefix: string) {
  return z.object({ id: idOutput(prefix), name: z.string().nullable() });
}

type Shown = Shape & Pick<Declaration, "prefix" | "inBothModes">;

/** What may leave the server of one record. */
export function recordOutput({ prefix, inBothModes, ...shape }: Shown) {
  return z.object({
    id: idOutput(prefix),
    ...outputShape(shape.fields),
    ...(usesMoney(shape) ? { currency: z.string() } : {}),
    ...(usesMeasures(shape) ? { weightUnit, dimensionUnit } : {}),
    ...(inBothModes ? {} : { testMode: z.boolean() }),
    createdAt: z.date(),
    updatedAt: z.date(),
    abilities: z.object({ update: verdict, remove: verdict }),
  });
}

/** One record by itself, with the rows that belong to it. */
export function detailOutput(resource: Shown) {
  const own = recordOutput(resource);
  const { lines } = resource;
  return lines ? own.extend({ [lines.name]: z.array(z.object(outputShape(lines.fields))) }) : own;
}

/** The rows that belong to several records, each with the record's id. */
export function linesOutput(prefix: string, fields: Fields, more: z.ZodRawShape = {}) {
  return z.array(z.object({ recordId: idOutput(prefix), ...outputShape(fields), ...more })) as unknown as z.ZodType<
    Line[],
    Line[]
  >; // columns known at run time only
}

export type Line = Record<string, unknown> & { recordId: string };

export const recordHistory = page(
  z.object({
    id: z.string(),
    at: z.date(),
    actor: z.string(),
    action: z.enum(["insert", "update", "delete"]),
    changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  }),
);

export type RecordHistory = z.output<typeof recordHistory>["data"];

function outputShape(fields: Fields): z.ZodRawShape {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) =>
      field.kind === "secret" ? [`${name}Set`, z.boolean()] : [name, valueOutput(field)],
    ),
  );
}

function valueOutput(field: Field): z.ZodType {
  switch (field.kind) {
    case "flag":
      return z.boolean();
    case "integer":
    case "money":
    case "weight":
    case "size":
      return field.required ? z.number() : z.number().nullable();
    case "postal":
      return field.required ? postalOutput : postalOutput.nullable();
    case "reference":
      return referenceOutput(field.to.prefix).nullable();
    default:
      return field.required ? z.string() : z.string().nullable();
  }
}
