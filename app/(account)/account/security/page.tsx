import { ChangePasswordForm } from "@/components/accounts/change-password-form";
import { SessionRow } from "@/components/accounts/session-row";
import { SignOutCard } from "@/components/accounts/sign-out-card";
import { DeviceRow } from "@/components/factors/device-row";
import { FactorCard } from "@/components/factors/factor-card";
import { MethodsCard } from "@/components/identities/methods-card";
import { ProviderProblem } from "@/components/identities/problem";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { accountPage } from "@/lib/access/page-door";
import { listSessions, showAccount } from "@/lib/accounts/operations";
import { textOf } from "@/lib/accounts/query";
import { showFactor } from "@/lib/factors/operations";
import { showMethods } from "@/lib/identities/operations";
import { providerButtons } from "@/lib/identities/page";

export const metadata = { title: "Security" };

type Props = { searchParams: Promise<Record<"linked" | "problem" | "with", string | string[] | undefined>> };

export default async function SecurityPage({ searchParams }: Props) {
  const [door, query] = await Promise.all([accountPage(), searchParams]);
  const [account, sessions, factor, methods] = await Promise.all([
    door.run(showAccount, {}),
    door.run(listSessions, {}),
    door.run(showFactor, {}),
    door.run(showMethods, {}),
  ]);
  const providers = providerButtons();
  const labelOf = (name: unknown) => providers.find(({ id }) => id === name)?.label;
  const linked = methods.identities.some(({ provider }) => provider === query.linked) && labelOf(query.linked);
  return (
    <>
      <PageHeader title="Security" description="How you sign in, where you are signed in, and your second factor." />
      <div className="max-w-3xl space-y-6">
        <ProviderProblem problem={textOf(query.problem, 20)} provider={labelOf(query.with) ?? "The provider"} />
        {linked && <Callout tone="positive">{linked} is one of your ways to sign in now.</Callout>}
        <MethodsCard methods={methods} providers={providers} timeZone={account.timeZone} />
        <FactorCard factor={factor} timeZone={account.timeZone} />
        {factor.devices.length > 0 && (
          <Card
            title="Remembered devices"
            description="They are not asked for the second factor. A new password, or a new factor, ends that."
            padded={false}
          >
            <ul className="divide-y">
              {factor.devices.map((device) => (
                <DeviceRow key={device.id} device={device} timeZone={account.timeZone} />
              ))}
            </ul>
          </Card>
        )}
        {methods.passwordSince && (
          <Card title="Password" description="Changing it ends your other sessions.">
            <ChangePasswordForm email={account.email} />
          </Card>
        )}
        <Card
          title="Sessions"
          description={
            sessions.length === 1 ? "You are signed in here only." : `You are signed in at ${sessions.length} places.`
          }
          padded={false}
        >
          <ul className="divide-y">
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} timeZone={account.timeZone} />
            ))}
          </ul>
        </Card>
        <SignOutCard others={sessions.filter(({ current }) => !current).length} />
      </div>
    </>
  );
}
