import { notFound } from "next/navigation";
import { ProofProvider } from "@/components/form/proof-kind";
import { StartForm } from "@/components/impersonation/start-form";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { consolePage } from "@/lib/access/page-door";
import { organizationPath } from "@/lib/console/paths";
import { visitCookie } from "@/lib/console/visit-cookie";
import { decodeId } from "@/lib/ids";
import { findImpersonationTarget } from "@/lib/impersonation/console-operations";

export const metadata = { title: "Act as a member" };

type Props = { params: Promise<{ id: string; member: string }> };

export default async function ActAsPage({ params }: Props) {
  const { id, member } = await params;
  if (decodeId("org", id) === undefined || decodeId("mem", member) === undefined) notFound();
  const door = await consolePage();
  const target = await door.run(findImpersonationTarget, { organizationId: id, id: member });
  const visit = await visitCookie.read();
  return (
    <>
      <PageHeader
        title={`Act as ${target.name}`}
        trail={[
          { label: "Organizations", href: "/console/organizations" },
          { label: target.organization.name, href: organizationPath(id) },
        ]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <Card title="Begin a support session">
          {target.fault ? (
            <Callout tone="warning">{target.fault}</Callout>
          ) : (
            <ProofProvider kind={target.proof}>
              <StartForm
                organizationId={id}
                id={member}
                name={target.name}
                reason={visit?.id === id ? visit.reason : ""}
              />
            </ProofProvider>
          )}
        </Card>
        <div className="space-y-4">
          <Card title="Member">
            <DescriptionList
              items={[
                { label: "E-mail address", value: target.email },
                { label: "Role", value: target.role },
                { label: "Organization", value: target.organization.name },
              ]}
            />
          </Card>
          <Card title="What happens">
            <ul className="list-disc space-y-1 pl-5 text-muted">
              <li>You see what {target.name} sees, and change nothing unless you raise the session</li>
              <li>The owner gets a mail; everything you do is in their audit trail with both names</li>
              <li>Its admins see that you are inside, and can end it</li>
              <li>It ends by itself when its time is over, or when you sign out</li>
            </ul>
          </Card>
        </div>
      </div>
    </>
  );
}
