import { LookInYourMail } from "@/components/accounts/look-in-your-mail";

export const metadata = { title: "Look in your mail" };

export default function ForgottenSentPage() {
  return (
    <LookInYourMail
      sent="If the address has an account, a link to choose a new password is on its way. It works once, for one hour."
      again="/forgot-password"
    />
  );
}
