import Link from "next/link";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { refusal } from "@/lib/access/page-door";
import { describePermission, type Permission, permissions } from "@/lib/access/permissions";

export default function Forbidden() {
  const missing = permissions.find((key): key is Permission => key === refusal().current?.permission);
  return (
    <EmptyState
      icon="security"
      title="This page is not open to you"
      action={
        <Link href="/" className={buttonStyles({ variant: "secondary" })}>
          Go to the overview
        </Link>
      }
    >
      {missing ? (
        <>
          You need the permission <strong>{describePermission(missing)}</strong> (<code>{missing}</code>). Owners and
          admins of this organization can give it.
        </>
      ) : (
        "Owners and admins of this organization can open it to you."
      )}
    </EmptyState>
  );
}
