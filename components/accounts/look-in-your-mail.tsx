import { PublicShell } from "@/components/shell/public-shell";
import { TextLink } from "@/components/ui/text-link";

type Props = { sent: string; again: string };

/** The one answer to every address, known or not. */
export function LookInYourMail({ sent, again }: Props) {
  return (
    <PublicShell
      title="Look in your mail"
      description={sent}
      footer={
        <>
          Nothing came? Look in the spam folder, or <TextLink href={again}>try again</TextLink>.
        </>
      }
    />
  );
}
