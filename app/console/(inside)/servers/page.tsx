import { CreateServer } from "@/components/servers/create-server";
import { ServersTable } from "@/components/servers/servers-table";
import { PageHeader } from "@/components/ui/page-header";
import { consolePage } from "@/lib/access/page-door";
import { listServers } from "@/lib/servers/console-operations";

export const metadata = { title: "Servers" };

export default async function ServersPage() {
  const rows = await (await consolePage()).run(listServers, {});
  return (
    <>
      <PageHeader
        title="Servers"
        description="Credentials of the installation. A server creates organizations and adds people to the ones it created: at once whoever agreed to that by your terms, and by an invitation everybody else."
        actions={<CreateServer />}
      />
      <ServersTable rows={rows} />
    </>
  );
}
