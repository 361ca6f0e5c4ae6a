import { findGrantors } from "@/lib/access/grantors";
import type { AnyOperation } from "@/lib/access/operation";
import * as accounts from "@/lib/accounts/operations";
import * as activity from "@/lib/activity/operations";
import * as auditExportWork from "@/lib/audit/export-job-operations";
import * as auditExports from "@/lib/audit/export-operations";
import * as audit from "@/lib/audit/operations";
import * as auditRetention from "@/lib/audit/retention-operations";
import * as branchMoves from "@/lib/branches/move-operations";
import * as branches from "@/lib/branches/operations";
import * as consoleActs from "@/lib/console/acts";
import * as deadLetters from "@/lib/console/dead-letters";
import * as platformConsole from "@/lib/console/operations";
import * as consoleVisit from "@/lib/console/visit";
import * as delegations from "@/lib/delegations/operations";
import * as events from "@/lib/events/operations";
import * as explain from "@/lib/explain/operations";
import * as exported from "@/lib/exports/operations";
import * as factors from "@/lib/factors/operations";
import * as groups from "@/lib/groups/operations";
import * as identities from "@/lib/identities/operations";
import * as impersonationConsole from "@/lib/impersonation/console-operations";
import * as impersonation from "@/lib/impersonation/operations";
import * as imported from "@/lib/imports/operations";
import * as importWork from "@/lib/imports/work-operations";
import * as invitations from "@/lib/invitations/operations";
import * as apiRules from "@/lib/keys/api-rules-operations";
import * as keys from "@/lib/keys/operations";
import * as ownKey from "@/lib/keys/own-operations";
import * as keyPolicy from "@/lib/keys/policy-operations";
import * as logs from "@/lib/logs/operations";
import * as look from "@/lib/look/operations";
import * as me from "@/lib/me/operations";
import * as members from "@/lib/members/operations";
import * as memberSessions from "@/lib/members/session-operations";
import * as digests from "@/lib/notices/digest-operations";
import * as inbox from "@/lib/notices/inbox-operations";
import * as notices from "@/lib/notices/operations";
import * as orders from "@/lib/orders/operations";
import * as organizations from "@/lib/organizations/operations";
import * as overview from "@/lib/overview/operations";
import * as planConsole from "@/lib/plans/console-operations";
import * as plans from "@/lib/plans/operations";
import * as policy from "@/lib/policy/operations";
import * as preferences from "@/lib/preferences/operations";
import * as asking from "@/lib/registrations/asking-operations";
import * as dueRequests from "@/lib/registrations/due-operations";
import * as registrations from "@/lib/registrations/operations";
import * as roles from "@/lib/roles/operations";
import * as search from "@/lib/search/operations";
import * as serverConsole from "@/lib/servers/console-operations";
import * as servers from "@/lib/servers/operations";
import * as settings from "@/lib/settings/operations";
import * as shell from "@/lib/shell/operations";
import * as shipmentBatches from "@/lib/shipments/batch-operations";
import * as manyShipments from "@/lib/shipments/many-operations";
import * as shipments from "@/lib/shipments/operations";
import * as consoleTerms from "@/lib/terms/console-operations";
import * as terms from "@/lib/terms/operations";
import * as testData from "@/lib/test-data/operations";
import * as usageConsole from "@/lib/usage/console-operations";
import * as usage from "@/lib/usage/operations";
import * as views from "@/lib/views/operations";
import * as deliveries from "@/lib/webhooks/delivery-operations";
import * as webhooks from "@/lib/webhooks/operations";
import * as replays from "@/lib/webhooks/replay-operations";
import * as workspace from "@/lib/workspace/operations";
import { resources } from "./resources";

/** Every operation of the product. What is not here has no door. */
export const operations: AnyOperation[] = [
  settings,
  activity,
  audit,
  auditExports,
  auditExportWork,
  keys,
  keyPolicy,
  ownKey,
  apiRules,
  { findGrantors },
  auditRetention,
  accounts,
  identities,
  consoleActs,
  deadLetters,
  platformConsole,
  consoleVisit,
  exported,
  factors,
  imported,
  groups,
  importWork,
  impersonation,
  impersonationConsole,
  delegations,
  events,
  explain,
  invitations,
  logs,
  look,
  me,
  members,
  memberSessions,
  inbox,
  notices,
  digests,
  organizations,
  overview,
  policy,
  preferences,
  asking,
  registrations,
  roles,
  search,
  dueRequests,
  servers,
  planConsole,
  plans,
  serverConsole,
  shell,
  branches,
  branchMoves,
  orders,
  shipments,
  manyShipments,
  shipmentBatches,
  testData,
  usage,
  usageConsole,
  views,
  deliveries,
  terms,
  consoleTerms,
  webhooks,
  replays,
  workspace,
  ...resources.map(({ operations: own }) => own),
].flatMap((slice) => Object.values<AnyOperation>(slice));
