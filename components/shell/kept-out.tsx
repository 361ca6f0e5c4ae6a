import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";

type KeptOutProps = { reason: string | undefined; message: string };

const titles: Record<string, string> = {
  network_refused: "Your network is not allowed",
  sign_in_way_refused: "This way to sign in is not allowed",
};

/** A demand of the organization's security policy that this request does not meet. */
export function KeptOut({ reason, message }: KeptOutProps) {
  return (
    <EmptyState
      icon="security"
      title={titles[reason ?? ""] ?? "The security policy keeps you out"}
      heading
      action={
        <a href="/" className={buttonStyles({ variant: "secondary" })}>
          Try again
        </a>
      }
    >
      {message}
      {reason === "network_refused" && (
        <span className="mt-2 block">
          Do you own this organization? You can <TextLink href="/settings/security">open its security policy</TextLink>{" "}
          from anywhere.
        </span>
      )}
    </EmptyState>
  );
}
