import { LookInYourMail } from "@/components/accounts/look-in-your-mail";

export const metadata = { title: "Look in your mail" };

export default function SignUpSentPage() {
  return (
    <LookInYourMail
      sent="We sent a message to the address that you entered. Open its link in this browser to confirm the address; your account is ready then."
      again="/sign-up"
    />
  );
}
