import { join } from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { baseEnv, type S3Env } from "@/lib/env";

let opened: Promise<Disk> | undefined;

/**
 * Where files of organizations lie: under DATA_DIR/files, or in the bucket that `S3_*` names. Keys begin with the
 * organization's id and hold a random name; nothing here is reached without asking the database first.
 */
export function files(): Promise<Disk> {
  opened ??= openDisk(baseEnv());
  return opened;
}

/** A disk for these settings. The driver of S3 is loaded only where it is used. */
export async function openDisk({ dataDir, s3 }: { dataDir: string; s3: S3Env | undefined }): Promise<Disk> {
  if (!s3) return new Disk(new FSDriver({ location: join(dataDir, "files"), visibility: "private" }));
  const { S3Driver } = await import("flydrive/drivers/s3");
  const { bucket, region, endpoint, credentials } = s3;
  return new Disk(
    new S3Driver({
      bucket,
      region,
      visibility: "private",
      supportsACL: false,
      ...(endpoint ? { endpoint: endpoint.href, forcePathStyle: true } : {}),
      ...(credentials ? { credentials } : {}),
    }),
  );
}
