import { TextLink } from "@/components/ui/text-link";
import { describePermission, permissions } from "@/lib/access/permissions";

/** Which permission was missing, in words, and who can give it. */
export function Missing({ permission }: { permission: string | undefined }) {
  const missing = permissions.find((key) => key === permission);
  if (!missing) return "You do not have the permission for this. Owners and admins can give it.";
  return (
    <>
      You need the permission <strong>{describePermission(missing)}</strong> (<code>{missing}</code>). Owners and admins
      can give it. <TextLink href={`/access?permission=${missing}`}>Why?</TextLink>
    </>
  );
}
