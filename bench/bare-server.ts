import { createServer } from "node:http";
import { openPool } from "./world";

/** What target 3 is measured against: node:http, the same driver, one query, and no question who asks. */
const pool = openPool(process.argv[2] ?? "");
const [text = "", organizationId = ""] = process.argv.slice(3);

const server = createServer(async (_request, response) => {
  const { rows } = await pool.query({ name: "page", text, values: [organizationId] });
  response.setHeader("Content-Type", "application/json; charset=utf-8").end(JSON.stringify({ data: rows }));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
