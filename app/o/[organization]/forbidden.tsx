import Link from "next/link";
import { AskButton } from "@/components/explain/ask-button";
import { MissingHere } from "@/components/explain/missing-here";
import { NotInPlan } from "@/components/plans/not-in-plan";
import { KeptOut } from "@/components/shell/kept-out";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { findGrantors } from "@/lib/access/grantors";
import { organizationPage, refusal } from "@/lib/access/page-door";
import { permissions } from "@/lib/access/permissions";
import { trustedRequest } from "@/lib/access/trusted-request";
import { signOutAction } from "@/lib/accounts/actions";
import { listWithheld } from "@/lib/plans/operations";
import { featureOf, features } from "@/lib/plans/words";
import { organizationShell } from "@/lib/shell/page";

export default async function Forbidden() {
  const { host } = await trustedRequest();
  const slug = host.kind === "organization" ? host.slug : "";
  const shell = await organizationShell(slug).catch(() => undefined);
  const refused = await refusal();
  if (refused?.code === "policy")
    return <KeptOut reason={refused.reason} message={refused.message} signOut={signOutAction} />;
  const named = permissions.find((each) => each === refused?.permission);
  const beyondBranches = refused?.reason === "all_branches_needed";
  const missing = beyondBranches ? undefined : named;
  const door = await organizationPage(Promise.resolve({ organization: slug }));
  const feature = missing && featureOf(missing);
  const plan = feature ? await door.runIfAllowed(listWithheld, {}) : null;
  if (feature && plan?.withheld.includes(feature))
    return (
      <EmptyState
        icon="settings"
        title={`${features[feature].label}: not in your plan`}
        heading
        action={
          <Link href="/" className={buttonStyles({ variant: "secondary" })}>
            Go to the overview
          </Link>
        }
      >
        <NotInPlan feature={feature} facts={plan} />
      </EmptyState>
    );
  const grantors = missing ? await door.runIfAllowed(findGrantors, { permission: missing }) : null;
  return (
    <EmptyState
      icon="security"
      title="This page is not open to you"
      heading
      action={
        <>
          {missing && grantors?.anybody && shell && !shell.support && (
            <AskButton permission={missing} organizationId={shell.organization.id} />
          )}
          <Link href="/" className={buttonStyles({ variant: "secondary" })}>
            Go to the overview
          </Link>
        </>
      }
    >
      {missing ? (
        <MissingHere permission={missing} grantors={grantors} />
      ) : (
        <>
          {refused?.message ?? "You may not open it."}{" "}
          {named && <TextLink href={`/access?permission=${named}`}>Why?</TextLink>}
        </>
      )}
    </EmptyState>
  );
}
