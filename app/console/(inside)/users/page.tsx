import { UsersTable } from "@/components/console/users-table";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { consolePage } from "@/lib/access/page-door";
import { listUsers } from "@/lib/console/operations";

export const metadata = { title: "People" };

export default async function UsersPage({ searchParams }: { searchParams: SearchParams }) {
  const { data, next_cursor } = await runList(await consolePage(), listUsers, searchParams);
  return (
    <>
      <PageHeader title="People" description="Everybody with an account, in every organization and in none." />
      <UsersTable rows={data} nextCursor={next_cursor} />
    </>
  );
}
