import { ProvedHere } from "@/components/form/proved-here";
import { PublicShell } from "@/components/shell/public-shell";

export const metadata = { title: "That was you" };

/** Where a proof in a tab of its own ends. */
export default function ConfirmDonePage() {
  return (
    <PublicShell title="That was you">
      <ProvedHere />
    </PublicShell>
  );
}
