import { z } from "zod";
import { Handle } from "@/lib/access/handle";
import type { JobHandler, LeasedJob } from "@/lib/jobs/task";
import { readLogo, tidyLogos } from "./logo-store";
import { readLookForJob } from "./operations";

/** What a mail shows of the organization that it is about. The logo is part of the mail: nobody has to sign in for it. */
export type MailLook = { accent: string | undefined; logo: Buffer | undefined };

/** Null for a job of the installation. */
export async function lookOf(job: LeasedJob): Promise<MailLook | null> {
  if (job.organizationId === null) return null;
  const { id, accent, logo_file } = await handleOf(job).run(readLookForJob, {});
  // A logo that was replaced a moment ago is no reason to hold a mail back.
  const logo = logo_file === null ? undefined : await readLogo(id, logo_file, "mail.png").catch(() => undefined);
  return { accent: accent ?? undefined, logo: logo && Buffer.from(logo) };
}

const tidyPayload = z.object({
  replaced: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
});

/** The handler of `logo.tidy`. */
export const tidyLogo: JobHandler = async ({ job }) => {
  const { replaced } = tidyPayload.parse(job.payload);
  const { id, logo_file, logo_dark_file } = await handleOf(job).run(readLookForJob, {});
  await tidyLogos(id, { current: [logo_file, logo_dark_file].filter((file) => file !== null), replaced });
};

function handleOf({ id, lease }: LeasedJob): Handle {
  return new Handle({ kind: "job", lease }, { id, address: "", agent: "worker" });
}
