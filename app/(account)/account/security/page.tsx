import { ChangePasswordForm } from "@/components/accounts/change-password-form";
import { SessionRow } from "@/components/accounts/session-row";
import { SignOutCard } from "@/components/accounts/sign-out-card";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { accountPage } from "@/lib/access/page-door";
import { listSessions, showAccount } from "@/lib/accounts/operations";

export const metadata = { title: "Security" };

export default async function SecurityPage() {
  const door = await accountPage();
  const [account, sessions] = await Promise.all([door.run(showAccount, {}), door.run(listSessions, {})]);
  return (
    <>
      <PageHeader title="Security" description="Your password, and where you are signed in." />
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
        <Card title="Password" description="Changing it ends your other sessions.">
          <ChangePasswordForm email={account.email} />
        </Card>
      </div>
    </>
  );
}
