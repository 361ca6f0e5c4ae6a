import QRCode from "qrcode";
import { BeginForm } from "@/components/factors/begin-form";
import { EnrolForm } from "@/components/factors/enrol-form";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { readEnrolment } from "@/lib/access/factor";
import { accountPage } from "@/lib/access/page-door";
import { showAccount } from "@/lib/accounts/operations";
import { localPath } from "@/lib/auth/local-path";
import { env } from "@/lib/env";
import { showFactor } from "@/lib/factors/operations";
import { isValidSlug, organizationLink } from "@/lib/hosts";

export const metadata = { title: "Authenticator app" };

type Query = { step?: string | string[]; organization?: string | string[]; to?: string | string[] };

export default async function AuthenticatorPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [door, query] = await Promise.all([accountPage(), searchParams]);
  const [account, factor] = await Promise.all([door.run(showAccount, {}), door.run(showFactor, {})]);
  const back = backOf(query);
  const [demand] = factor.wantedBy;
  return (
    <>
      <PageHeader
        title={factor.since && query.step !== "scan" ? "Replace your authenticator app" : "Set up an authenticator app"}
        description="It shows a new code every 30 seconds, which you enter besides your password."
      />
      <div className="max-w-3xl space-y-6">
        {!factor.since && demand && (
          <Callout tone="warning" title={`${demand.name} wants a second factor from you`}>
            {demand.from > new Date() ? (
              <>
                Set it up by <DateTime value={demand.from} timeZone={account.timeZone} />. After that its pages lead
                here.
              </>
            ) : (
              "Its pages open again when you have set one up."
            )}
          </Callout>
        )}
        <Card>
          {query.step === "scan" ? (
            <EnrolForm
              enrolment={await drawn(door.request.session)}
              begin="/account/security/authenticator"
              onwards={back.link}
            />
          ) : (
            <BeginForm replaces={factor.since !== null} back={back.asked} />
          )}
        </Card>
      </div>
    </>
  );
}

async function drawn(session: string | undefined) {
  const enrolment = session ? await readEnrolment(session) : undefined;
  if (!enrolment) return null;
  return { seed: enrolment.seed, qr: await QRCode.toString(enrolment.address, { type: "svg", margin: 2 }) };
}

/** Where somebody came from, on this host or an organization's. */
function backOf({ organization, to }: Query) {
  const path = localPath(to, "");
  if (typeof organization === "string" && isValidSlug(organization))
    return {
      asked: { organization, to: path },
      link: { href: organizationLink(env().rootUrl, organization, path || "/"), label: "Go on" },
    };
  return {
    asked: { organization: "", to: path },
    link: path ? { href: path, label: "Go on" } : { href: "/account/security", label: "Done" },
  };
}
