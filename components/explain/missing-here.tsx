import { TextLink } from "@/components/ui/text-link";
import { grantWords } from "@/lib/access/grant-words";
import type { Grantors } from "@/lib/access/grantors";
import type { Permission } from "@/lib/access/permissions";
import { permissionWords } from "@/lib/roles/area-words";

type MissingHereProps = { permission: Permission; grantors: Grantors | null };

/** Which permission was missing, in words, and who can give it. */
export function MissingHere({ permission, grantors }: MissingHereProps) {
  return (
    <>
      You need the permission <strong>{permissionWords(permission)}</strong> (<code>{permission}</code>).{" "}
      {grantWords(grantors ?? { names: [], anybody: true })}{" "}
      <TextLink href={`/access?permission=${permission}`}>Why?</TextLink>
    </>
  );
}
