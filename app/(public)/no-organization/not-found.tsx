import Link from "next/link";
import { PublicShell } from "@/components/shell/public-shell";
import { buttonStyles } from "@/components/ui/button-styles";
import { TextLink } from "@/components/ui/text-link";

export default function NoOrganization() {
  return (
    <PublicShell
      title="No organization for you here"
      description="There is none at this address, or you do not belong to it. If its address changed, you find the new one among your organizations."
      footer={
        <>
          Not a member yet? <TextLink href="/request-access">Ask to join</TextLink>
        </>
      }
    >
      <Link href="/organizations" className={buttonStyles({ variant: "primary" })}>
        My organizations
      </Link>
    </PublicShell>
  );
}
