import type { Disk } from "flydrive";
import { files } from "./files";

const day = 24 * 60 * 60 * 1000;
const organizationId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Kinds of files whose names `guard.needed_files` knows. */
const kinds = new Set(["logo", "imports"]);

/**
 * Removes files that no row needs any more: those of deleted organizations, and what ended before its commit. `needed`
 * answers the random names that an organization's rows hold. Files younger than a day may be on their way into a row.
 */
export async function tidyFiles(needed: (organization: string) => Promise<readonly string[]>): Promise<void> {
  const disk = await files();
  for await (const each of allIn(disk, "", false)) {
    const organization = each.isDirectory ? each.name : "";
    if (organizationId.test(organization)) await tidyOne(organization, new Set(await needed(organization)));
  }
}

/** Keys are `organization/kind/name`, or a folder of that name; the name is what rows hold. */
async function tidyOne(organization: string, needed: ReadonlySet<string>): Promise<void> {
  const disk = await files();
  for await (const object of allIn(disk, organization, true)) {
    if (!object.isFile) continue;
    const [, kind = "", name = ""] = object.key.split("/");
    if (!kinds.has(kind) || needed.has(name)) continue;
    const { lastModified } = await disk.getMetaData(object.key);
    if (Date.now() - lastModified.getTime() < day) continue;
    await disk.delete(object.key);
  }
}

type Page = Awaited<ReturnType<Disk["listAll"]>>;

async function* allIn(disk: Disk, prefix: string, recursive: boolean) {
  let paginationToken: string | undefined;
  do {
    // Where nothing was ever kept there is no folder.
    const page: Page = await disk
      .listAll(prefix, { recursive, ...(paginationToken ? { paginationToken } : {}) })
      .catch(() => ({ objects: [] }));
    yield* page.objects;
    paginationToken = page.paginationToken;
  } while (paginationToken);
}
