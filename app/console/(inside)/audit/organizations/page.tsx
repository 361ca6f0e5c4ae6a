import { X } from "lucide-react";
import { SearchForm } from "@/components/console/search-form";
import { Trail } from "@/components/console/trail";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { consolePage, type PageDoor } from "@/lib/access/page-door";
import { isNarrow } from "@/lib/audit/conditions";
import { parseQuery } from "@/lib/audit/query-rules";
import { endSearchAction } from "@/lib/console/actions";
import { searchTrails } from "@/lib/console/operations";
import { searchCookie } from "@/lib/console/search-cookie";
import { operations } from "@/lib/operations";

export const metadata = { title: "Audit of all organizations" };

const recorded = operations
  .filter(({ scope, access }) => scope === "organization" && access === "write")
  .map(({ name }) => name)
  .sort();

export default async function TrailsPage({ searchParams }: { searchParams: SearchParams }) {
  const [query, search] = await Promise.all([searchParams, searchCookie.read()]);
  const door = await consolePage(undefined, search?.reason);
  return (
    <>
      <PageHeader
        title="Audit"
        description="What happened in every organization. Each one that is shown has your name and reason on its record. Times are UTC."
        actions={
          search && (
            <form action={endSearchAction}>
              <Button type="submit">
                <X />
                End the search
              </Button>
            </form>
          )
        }
      />
      <Tabs
        label="Whose trail"
        current="/console/audit/organizations"
        tabs={[
          { href: "/console/audit", label: "Platform" },
          { href: "/console/audit/organizations", label: "All organizations" },
        ]}
      />
      {search ? <Found door={door} searchParams={searchParams} query={query} reason={search.reason} /> : <SearchForm />}
    </>
  );
}

type FoundProps = { door: PageDoor; searchParams: SearchParams; query: Awaited<SearchParams>; reason: string };

async function Found({ door, searchParams, query, reason }: FoundProps) {
  const { terms, faults } = parseQuery(typeof query.q === "string" ? query.q : "");
  const narrow = faults.length === 0 && isNarrow(terms);
  const list = narrow ? await runList(door, searchTrails, searchParams) : { data: [], next_cursor: null };
  return (
    <>
      <Callout tone="warning" title="Every organization that is shown is told" className="mb-5">
        Its owner and admins see that you looked, and why: “{reason}”
      </Callout>
      <Trail
        list={list}
        query={query}
        timeZone="UTC"
        operations={recorded}
        several
        empty={
          <EmptyState icon="audit" title={narrow ? "No organization has such an entry" : "Say what you look for"}>
            {!narrow && "Name an actor, an address, a request, a record, or words of three letters or more."}
          </EmptyState>
        }
      />
    </>
  );
}
