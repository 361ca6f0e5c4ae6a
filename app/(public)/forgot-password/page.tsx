import { ForgottenForm } from "@/components/accounts/forgotten-form";
import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";
import { publicPage } from "@/lib/access/page-door";

export const metadata = { title: "Forgotten password" };

export default async function ForgottenPage() {
  await publicPage();
  return (
    <PublicShell
      title="Forgotten password"
      description="Enter the address of your account. We send a link there to choose a new password."
      footer={<TextLink href="/sign-in">Back to sign in</TextLink>}
    >
      <ForgottenForm />
    </PublicShell>
  );
}
