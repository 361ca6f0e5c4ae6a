import type { BaseEnv } from "@/lib/env";
import { lookOf, tidyLogo } from "@/lib/look/for-job";
import { sendMail } from "@/lib/mail/send";
import { receiveRequests } from "@/lib/registrations/receive";
import type { JobHandler } from "./task";

/** Every kind of job and who does it. A feature adds its own line here. */
export function jobTasks(environment: BaseEnv) {
  return {
    "logo.tidy": tidyLogo,
    "mail.send": sendMail({ ...environment, lookOf }),
    "registration.receive": receiveRequests,
  } satisfies Record<string, JobHandler>;
}

export type TaskName = keyof ReturnType<typeof jobTasks>;
