import { DescriptionList } from "@/components/ui/description-list";
import type { ApiKey } from "@/lib/keys/schema";
import { keyResources, resourceNames } from "@/lib/keys/scope-schema";

const levels = { read: "Read", write: "Read and write" } as const;

/** What a key was let into, for its dialog. */
export function KeyAccess({ scopes }: Pick<ApiKey, "scopes">) {
  if (scopes === null)
    return <p>All that its maker may do, except manage keys and transfer or delete the organization.</p>;
  const open = resourceNames.flatMap((name) => {
    const level = scopes[name];
    return level ? [{ label: keyResources[name], value: levels[level] }] : [];
  });
  return open.length > 0 ? <DescriptionList items={open} /> : <p>Nothing but the organization's name.</p>;
}

/** The same in a few words, for its row. */
export function accessInWords(scopes: ApiKey["scopes"]): string {
  if (scopes === null) return "Everything";
  const given = Object.values(scopes);
  const writes = given.filter((level) => level === "write").length;
  const reads = given.length - writes;
  if (given.length === 0) return "None";
  return [reads > 0 && `Reads ${reads}`, writes > 0 && `writes ${writes}`]
    .filter(Boolean)
    .join(", ")
    .replace(/^w/, "W");
}
