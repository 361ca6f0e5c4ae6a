import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";

type KeptOutProps = { reason: string | undefined; message: string; signOut: () => Promise<void> };

const titles: Record<string, string> = {
  network_refused: "Your network is not allowed",
  sign_in_way_refused: "This way to sign in is not allowed",
};

/** A demand of the organization's security policy that this request does not meet. */
export function KeptOut({ reason, message, signOut }: KeptOutProps) {
  const otherWay = reason === "sign_in_way_refused";
  return (
    <EmptyState
      icon="security"
      title={titles[reason ?? ""] ?? "The security policy keeps you out"}
      heading
      action={
        otherWay ? (
          <form action={signOut}>
            <button type="submit" className={buttonStyles({ variant: "secondary" })}>
              Sign out and use another way
            </button>
          </form>
        ) : (
          <a href="/" className={buttonStyles({ variant: "secondary" })}>
            Try again
          </a>
        )
      }
    >
      {message}
      {(reason === "network_refused" || otherWay) && (
        <span className="mt-2 block">
          Do you own this organization? You can <TextLink href="/settings/security">open its security policy</TextLink>{" "}
          all the same.
        </span>
      )}
    </EmptyState>
  );
}
