import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

export type MigrationFile = { name: string; sql: string; hash: string };
export type VersionedFile = MigrationFile & { when: number };
export type Folders = { functions: string; versioned: string };

export const defaultFolders: Folders = {
  functions: fileURLToPath(new URL("./sql/functions", import.meta.url)),
  versioned: fileURLToPath(new URL("../drizzle", import.meta.url)),
};

const journalSchema = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })) });

/** Function files, sorted by name. */
export async function readFunctions(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(names.map((name) => readSql(folder, name)));
}

/** Versioned migrations in the order of drizzle's journal. */
export async function readVersioned(folder: string): Promise<VersionedFile[]> {
  const text = await readFile(join(folder, "meta", "_journal.json"), "utf8").catch(() => '{"entries":[]}');
  const { entries } = journalSchema.parse(JSON.parse(text));
  return Promise.all(
    entries.map(async ({ tag, when }) => ({ ...(await readSql(folder, `${tag}.sql`)), name: tag, when })),
  );
}

async function readSql(folder: string, name: string): Promise<MigrationFile> {
  const sql = (await readFile(join(folder, name), "utf8")).replaceAll("\r\n", "\n");
  return { name, sql, hash: createHash("sha256").update(sql).digest("hex") };
}
