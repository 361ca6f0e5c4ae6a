import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { BerthError } from "@/lib/errors";
import { files } from "@/lib/files/files";
import { largestFile } from "./schema";

const keyOf = (organizationId: string, file: string) => `${organizationId}/imports/${file}`;

/** Keeps an upload as it comes in, never more than the limit; answers its random name. Throws `invalid`. */
export async function keepFile(organizationId: string, body: AsyncIterable<Uint8Array>): Promise<string> {
  const file = randomBytes(16).toString("hex");
  const disk = await files();
  try {
    await disk.putStream(keyOf(organizationId, file), Readable.from(bounded(body), { objectMode: false }));
    return file;
  } catch (error) {
    await dropFile(organizationId, file);
    throw findRefusal(error) ?? error;
  }
}

export async function readFile(organizationId: string, file: string): Promise<Readable> {
  const disk = await files();
  return disk.getStream(keyOf(organizationId, file));
}

/** Doing it again does nothing. */
export async function dropFile(organizationId: string, file: string): Promise<void> {
  const disk = await files();
  await disk.delete(keyOf(organizationId, file));
}

async function* bounded(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestFile)
      throw new BerthError("invalid", "This file is larger than 50 MB. Split it and try again.", {
        reason: "too_large",
      });
    yield chunk;
  }
}

/** What the disk wraps in an error of its own. */
function findRefusal(error: unknown): BerthError | undefined {
  if (error instanceof BerthError) return error;
  return error instanceof Error && error.cause ? findRefusal(error.cause) : undefined;
}
