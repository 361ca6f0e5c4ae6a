import { cookies, headers } from "next/headers";
import { Explorer } from "@/components/graphiql/explorer";
import { PageHeader } from "@/components/ui/page-header";
import { organizationPage } from "@/lib/access/page-door";
import { viewMe } from "@/lib/me/operations";
import { themeCookie, themeOf } from "@/lib/theme";

export const metadata = { title: "GraphQL" };

const document = `# Documents run as you, in this organization. Ctrl+Enter runs the one under the cursor.
query Organization {
  organization {
    name
    slug
    current_user {
      email
      roles
    }
  }
}
`;

export default async function GraphiqlPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  await door.run(viewMe, {});
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      <PageHeader
        title="GraphQL"
        description="Try documents with your own rights. What you change here is changed for everybody."
      />
      <Explorer document={document} theme={theme} nonce={nonce} />
    </>
  );
}
