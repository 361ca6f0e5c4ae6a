import { env } from "@/lib/env";
import { answerWith, nowhere, webResponse } from "./answers";
import { requestInfo } from "./api-request";

/** What clients ask first: what this server can, and where. The same for everybody. */
export async function answerMetadata(request: Request): Promise<Response> {
  const { origin } = env().rootUrl;
  const body = {
    APP_NAME: "Berth",
    APP_WEBSITE: origin,
    HOST: origin,
    ADMIN: `${origin}/console`,
    GRAPHQL: `${origin}/graphql`,
    OPENAPI: `${origin}/api/v1/openapi.json`,
    MULTI_ORGANIZATIONS: true,
    ALLOW_MULTI_ACCOUNT: true,
    AUDIT_LOGGING: true,
    ORDERS_MANAGEMENT: true,
    ADMIN_DASHBOARD: false,
    APPS_MANAGEMENT: false,
    WORKFLOW_MANAGEMENT: false,
    DATA_IMPORT_EXPORT: true,
    PERSIST_SDK_TRACING: false,
  };
  const { id } = requestInfo(request.headers);
  return webResponse(answerWith(200, body, { requestId: id, context: nowhere, head: request.method === "HEAD" }));
}
