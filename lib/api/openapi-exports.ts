import { exportedColumns } from "@/lib/sheets/columns";
import { sheets } from "@/lib/sheets/sheets";
import { parametersOf } from "./openapi-entry";
import { always, errorRefs, ref } from "./openapi-names";
import { routes } from "./routes";

/** A path for each list that leaves as CSV, with the filters and the order of the list itself. */
export function exportPaths(): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    sheets.flatMap(({ name, words, ...shape }) => {
      const route = routes.find(({ operation }) => operation.name === `${name}.list`);
      if (!route) return [];
      const parameters = parametersOf(route).filter((each) => each.name !== "limit" && each.name !== "cursor");
      const columns = exportedColumns(shape).map(({ label }) => `"${label}"`);
      return [[`/exports/${name.replaceAll("_", "-")}`, { get: entryOf(name, words.many, { parameters, columns }) }]];
    }),
  );
}

type Shown = { parameters: object[]; columns: string[] };

function entryOf(name: string, many: string, { parameters, columns }: Shown) {
  return {
    operationId: `exports.${name}`,
    tags: ["exports"],
    summary: `Get ${many} as CSV, by the filters of their list`,
    description: `Get ${many} as CSV, by the filters of their list: all rows, in its order. Needs the permission \`data.export\`, which a key has with the scope \`data: read\`, and the one to see ${many}. A person's token wants a fresh proof.`,
    "x-permission": "data.export",
    security: [{ Token: ["data:read"] }, { TokenBasic: ["data:read"] }, { Bearer: ["data:read"] }, { Session: [] }],
    parameters: [...parameters, ref("OrganizationId", "parameters"), ref("TestMode", "parameters")],
    responses: {
      200: {
        description: "The rows.",
        headers: always,
        content: { "text/csv": { schema: csv, example: `${columns.join(",")}\r\n` } },
      },
      ...errorRefs(400, 401, 403, 404, 409, 422, 429, 500, 503),
    },
  };
}

const csv = {
  type: "string",
  description: "CSV with a header line, UTF-8. Cells that a spreadsheet would take for a formula are made inert.",
};
