import { Plus } from "lucide-react";
import Link from "next/link";
import { BranchTree } from "@/components/branches/branch-tree";
import { WhoSeesWhat } from "@/components/branches/who-sees-what";
import { SheetButtons } from "@/components/sheets/sheet-buttons";
import { buttonStyles } from "@/components/ui/button-styles";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { organizationPage } from "@/lib/access/page-door";
import { viewBranchTree } from "@/lib/branches/operations";
import { branches as resource } from "@/lib/branches/resource";
import { sheetOf } from "@/lib/sheets/of-resource";
import { sheetRights } from "@/lib/sheets/rights";
import { organizationShell } from "@/lib/shell/page";
import { FeatureHere } from "../feature-here";

export const metadata = { title: "Branches" };

type Props = { params: Promise<{ organization: string }> };

export default async function BranchesPage({ params }: Props) {
  const door = await organizationPage(params);
  const { organization: slug } = await params;
  const [tree, { organization, permissions }] = await Promise.all([
    door.run(viewBranchTree, {}),
    organizationShell(slug),
  ]);
  const mayManage = permissions.includes("branches.manage");
  const add = mayManage && (
    <Link href="/branches/new" className={buttonStyles({ variant: "primary" })}>
      <Plus />
      New branch
    </Link>
  );
  return (
    <>
      <PageHeader
        title="Branches"
        description={resource.words.about}
        actions={
          <>
            <SheetButtons path={resource.path} may={sheetRights(sheetOf(resource), permissions)} />
            {tree.branches.length > 0 && add}
          </>
        }
      />
      <FeatureHere door={door} feature="branches" held={permissions} />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_20rem]">
        {tree.branches.length > 0 ? (
          <BranchTree
            branches={tree.branches}
            organizationId={organization.id}
            timeZone={organization.timeZone}
            mayManage={mayManage}
          />
        ) : (
          <Card>
            <EmptyState icon="branch" title="No branches yet" action={add}>
              {resource.words.empty}
            </EmptyState>
          </Card>
        )}
        <WhoSeesWhat everywhere={tree.everywhere} />
      </div>
    </>
  );
}
