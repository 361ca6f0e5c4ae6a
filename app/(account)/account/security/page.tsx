import { ChangePasswordForm } from "@/components/accounts/change-password-form";
import { SessionRow } from "@/components/accounts/session-row";
import { SignOutCard } from "@/components/accounts/sign-out-card";
import { DeviceRow } from "@/components/factors/device-row";
import { FactorCard } from "@/components/factors/factor-card";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { accountPage } from "@/lib/access/page-door";
import { listSessions, showAccount } from "@/lib/accounts/operations";
import { showFactor } from "@/lib/factors/operations";

export const metadata = { title: "Security" };

export default async function SecurityPage() {
  const door = await accountPage();
  const [account, sessions, factor] = await Promise.all([
    door.run(showAccount, {}),
    door.run(listSessions, {}),
    door.run(showFactor, {}),
  ]);
  return (
    <>
      <PageHeader title="Security" description="Where you are signed in, your second factor and your password." />
      <div className="max-w-3xl space-y-6">
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
        <Card title="Password" description="Changing it ends your other sessions.">
          <ChangePasswordForm email={account.email} />
        </Card>
      </div>
    </>
  );
}
