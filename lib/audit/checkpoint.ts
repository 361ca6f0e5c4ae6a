import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { sha256 } from "./digest";

/** How far a chain went at that time. */
export type Mark = { organization: string; position: string; digest: string };

const mark = z.tuple([z.uuid(), z.string().regex(/^\d+$/), z.string().regex(/^[0-9a-f]{64}$/)]);
const line = z.object({ at: z.iso.datetime(), previous: z.string(), chains: z.array(mark), signature: z.string() });

export type Checkpoint = { at: string; marks: Mark[] };

/** The PKCS 8 form of an Ed25519 key, to which the 32 bytes of its seed are added (RFC 8410, section 7). */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** The key that signs checkpoints, made from the installation's secret. */
function keysOf(secret: string): { privateKey: KeyObject; publicKey: KeyObject } {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "berth/audit/checkpoints/v1", 32));
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

export function checkpointFile(folder: string): string {
  return join(folder, "audit.jsonl");
}

type Made = { at: Date; marks: Mark[] };

/** Adds a signed line; each names the one before, so that none can be taken out of the middle. */
export async function addCheckpoint(folder: string, secret: string, { at, marks }: Made): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const last = (await textOf(folder)).trimEnd().split("\n").at(-1) ?? "";
  const said = {
    at: at.toISOString(),
    previous: sha256(Buffer.from(last)).toString("hex"),
    chains: marks.map(({ organization, position, digest }) => [organization, position, digest]),
  };
  const signature = sign(null, Buffer.from(JSON.stringify(said)), keysOf(secret).privateKey).toString("base64url");
  await appendFile(checkpointFile(folder), `${JSON.stringify({ ...said, signature })}\n`, { mode: 0o600 });
}

/** Every checkpoint of the file, and a sentence for each line that is not what was signed. */
export async function readCheckpoints(
  folder: string,
  secret: string,
): Promise<{ checkpoints: Checkpoint[]; faults: string[] }> {
  const { publicKey } = keysOf(secret);
  const checkpoints: Checkpoint[] = [];
  const faults: string[] = [];
  let last = "";
  for (const [at, text] of (await textOf(folder)).split("\n").filter(Boolean).entries()) {
    const found = signedLine(text, publicKey);
    if (!found) faults.push(`Checkpoint ${at + 1} of the file is not what Berth signed.`);
    else {
      if (found.previous !== sha256(Buffer.from(last)).toString("hex"))
        faults.push(`A checkpoint before number ${at + 1} of the file is missing.`);
      const marks = found.chains.map(([organization, position, digest]) => ({ organization, position, digest }));
      checkpoints.push({ at: found.at, marks });
    }
    last = text;
  }
  return { checkpoints, faults };
}

/** When the last line was written; null before the first one. */
export async function lastCheckpoint(folder: string): Promise<Date | null> {
  const text = (await textOf(folder)).trimEnd().split("\n").at(-1) ?? "";
  const parsed = line.safeParse(jsonOf(text));
  return parsed.success ? new Date(parsed.data.at) : null;
}

function signedLine(text: string, key: KeyObject): z.output<typeof line> | undefined {
  const parsed = line.safeParse(jsonOf(text));
  if (!parsed.success) return undefined;
  const { signature, ...said } = parsed.data;
  const good = verify(null, Buffer.from(JSON.stringify(said)), key, Buffer.from(signature, "base64url"));
  return good ? parsed.data : undefined;
}

async function textOf(folder: string): Promise<string> {
  return readFile(checkpointFile(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
