import { cookies, headers } from "next/headers";
import { Explorer } from "@/components/graphiql/explorer";
import { PageHeader } from "@/components/ui/page-header";
import { accountPage } from "@/lib/access/page-door";
import { showAccount } from "@/lib/accounts/operations";
import { themeCookie, themeOf } from "@/lib/theme";

export const metadata = { title: "GraphQL" };

const document = `# Documents run as you, outside of any organization. Each organization has this page at its own address.
query Organizations {
  user {
    email
  }
  organizations {
    name
    slug
  }
}
`;

export default async function GraphiqlPage() {
  const door = await accountPage();
  await door.run(showAccount, {});
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      <PageHeader title="GraphQL" description="Try documents with your own account." />
      <Explorer document={document} theme={theme} nonce={nonce} />
    </>
  );
}
