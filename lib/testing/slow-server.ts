import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { limitConnections, serverLimits } from "@/lib/server/connections";

/*
 * The Node server with its limits, in a process of its own so that its memory can be read. It answers when a request
 * is whole. Child to parent: its port, then its memory in bytes whenever asked.
 */
const server = createServer(serverLimits, (request, response) => {
  request.resume().once("end", () => response.end("served"));
});
limitConnections(server, Number(process.env.MOST_WAITING));
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", () => process.send?.({ memory: process.memoryUsage().rss }));
