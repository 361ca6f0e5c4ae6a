import { dropAuditExport, workOnAuditExport } from "@/lib/audit/export-work";
import type { BaseEnv } from "@/lib/env";
import { workOnImport } from "@/lib/imports/work";
import { lookOf, tidyLogo } from "@/lib/look/for-job";
import { sendMail } from "@/lib/mail/send";
import { sendDigest } from "@/lib/notices/digest-operations";
import { receiveRequest } from "@/lib/registrations/asking-operations";
import { followDueRequest } from "@/lib/registrations/due-operations";
import { receiveMember } from "@/lib/servers/operations";
import { workOnTestData } from "@/lib/test-data/clear";
import { operationTask } from "./operation-task";
import type { JobHandler } from "./task";

/** Every kind of job and who does it. A feature adds its own line here. */
export function jobTasks(environment: BaseEnv) {
  return {
    "audit.export": workOnAuditExport,
    "audit.drop_export": dropAuditExport,
    "imports.work": workOnImport,
    "logo.tidy": tidyLogo,
    "mail.send": sendMail({ ...environment, lookOf }),
    "registration.receive": operationTask(receiveRequest),
    "registration.due": operationTask(followDueRequest),
    "server.receive_member": operationTask(receiveMember),
    "notices.digest": operationTask(sendDigest),
    "test_data.clear": workOnTestData,
  } satisfies Record<string, JobHandler>;
}

export type TaskName = keyof ReturnType<typeof jobTasks>;
