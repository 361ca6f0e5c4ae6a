import { permissionOf } from "@/lib/access/operation";
import { operations } from "@/lib/operations";

/** What a permission opens, in the words of the operations that ask for it. */
export function openedBy(permission: string): string[] {
  const found = operations.filter((each) => permissionOf(each) === permission);
  return [...new Set(found.map(({ summary }) => summary))].sort((a, b) => a.localeCompare(b));
}
