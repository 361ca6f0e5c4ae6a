import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { limitConnections, serverLimits } from "@/lib/server/connections";

/*
 * The Node server with its limits, in a process of its own so that its memory can be read. It answers when a request
 * is whole. Child to parent: its port, then its memory in bytes whenever asked.
 */
/** What is held here is held by number, for however long the machine takes to make it. */
const patience = { headersTimeout: 600_000, requestTimeout: 600_000 };
const server = createServer({ ...serverLimits, ...patience }, (request, response) => {
  request.resume().once("end", () => response.end("served"));
});
limitConnections(server, Number(process.env.MOST_WAITING));
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", () => process.send?.({ memory: process.memoryUsage().rss }));
