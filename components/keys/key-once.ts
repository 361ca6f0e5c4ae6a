import type { SecretOnceProps } from "@/components/ui/secret-once";
import type { NewKey } from "@/lib/keys/schema";

/** A new key with a command that tries it. */
export function keyOnce({ label, key }: Pick<NewKey, "label" | "key">, api: string): SecretOnceProps {
  return { label, value: key, curl: `curl -H "Authorization: Token ${key}" ${api}/organization` };
}
