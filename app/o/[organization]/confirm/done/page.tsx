import { ProvedHere } from "@/components/form/proved-here";
import { Card } from "@/components/ui/card";
import { organizationPage } from "@/lib/access/page-door";

export const metadata = { title: "That was you" };

type Props = { params: Promise<{ organization: string }> };

/** Where a proof in a tab of its own ends. It asks nothing of the organization, as the proof does not. */
export default async function ConfirmDonePage({ params }: Props) {
  await organizationPage(params);
  return (
    <div className="mx-auto max-w-100 pt-[6vh]">
      <Card className="p-2 sm:p-4">
        <h1 className="mb-1.5 text-balance font-semibold text-2xl tracking-tight">That was you</h1>
        <ProvedHere />
      </Card>
    </div>
  );
}
