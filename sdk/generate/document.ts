import type { JsonSchema } from "@/lib/api/json-schema";

export type Parameter = {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: JsonSchema;
  $ref?: string;
};

export type Entry = {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
  responses: Record<string, object>;
};

/** What the generator reads of the OpenAPI document. */
export type OpenApi = {
  paths: Record<string, Record<string, Entry | object>>;
  components: { schemas: Record<string, JsonSchema> };
};
