import { cookies } from "next/headers";
import Link from "next/link";
import { ActivateForm } from "@/components/registrations/activate-form";
import { PublicShell } from "@/components/shell/public-shell";
import { buttonStyles } from "@/components/ui/button-styles";
import { publicPage } from "@/lib/access/page-door";
import { activationCookie } from "@/lib/registrations/activation-cookie";
import { peekActivation } from "@/lib/registrations/asking-operations";

export const metadata = { title: "Finish joining" };

export default async function ActivatePage() {
  const door = await publicPage();
  const token = (await cookies()).get(activationCookie)?.value;
  const found = token ? await door.run(peekActivation, { token }) : ({ state: "unknown" } as const);
  if (found.state === "live")
    return (
      <PublicShell
        title={`Join ${found.organization}`}
        description={`${found.organization} approved your request, with the role ${found.role}. Choose a password and you are in.`}
      >
        <ActivateForm name={found.name} email={found.email} organization={found.organization} />
      </PublicShell>
    );
  if (found.state === "used" && found.joined)
    return (
      <PublicShell
        title="You are in already"
        description={`You belong to ${found.organization}. Sign in as ${found.email}.`}
      >
        <Link href="/sign-in" className={buttonStyles({ variant: "primary" })}>
          Sign in
        </Link>
      </PublicShell>
    );
  return (
    <PublicShell
      title={found.state === "expired" ? "This link has run out" : "This link no longer works"}
      description={
        found.state === "expired"
          ? `It worked for seven days. Ask ${found.organization} to send it again; your approval stands.`
          : "Open the newest mail that you got, or ask the organization to send the link again."
      }
    >
      <Link href="/sign-in" className={buttonStyles({ variant: "secondary" })}>
        Go to sign-in
      </Link>
    </PublicShell>
  );
}
