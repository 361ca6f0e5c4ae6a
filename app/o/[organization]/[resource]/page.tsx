import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ListBeside } from "@/components/data-table/list-beside";
import { RecordTable } from "@/components/resource/record-table";
import { SheetButtons } from "@/components/sheets/sheet-buttons";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import { ViewTabs } from "@/components/views/view-tabs";
import { openBeside, type SearchParams } from "@/lib/access/list-page";
import { runBranchList } from "@/lib/branches/remembered";
import { asTitle } from "@/lib/resource/words";
import { sheetOf } from "@/lib/sheets/of-resource";
import { sheetRights } from "@/lib/sheets/rights";
import { listViews } from "@/lib/views/operations";
import { openRecord } from "./open-record";
import { around, filterChoices, type ResourceParams, resourcePage } from "./resource-page";

type Props = { params: ResourceParams; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { resource } = await resourcePage(params);
  return { title: asTitle(resource.words.many) };
}

export default async function RecordsPage({ params, searchParams }: Props) {
  const { door, resource, slug } = await resourcePage(params);
  const open = await openBeside(resource.path, searchParams);
  const [list, views, choices, opened, { facts, organization, permissions }] = await Promise.all([
    runBranchList(door, resource.operations.list, searchParams),
    door.run(listViews, { list: resource.name }),
    filterChoices(door, resource, searchParams),
    openRecord(door, resource, slug, open),
    around(resource, slug),
  ]);
  return (
    <ListBeside
      panel={opened?.panel}
      head={
        <>
          <PageHeader
            title={asTitle(resource.words.many)}
            description={resource.words.about}
            actions={
              <>
                <SheetButtons
                  path={resource.path}
                  may={sheetRights(sheetOf(resource), permissions)}
                  branchKey={resource.fields.branch?.filter && "branchId"}
                />
                {facts.may.create && (
                  <Link href={`${resource.path}/new`} className={buttonStyles({ variant: "primary" })}>
                    <Plus />
                    New {resource.words.one}
                  </Link>
                )}
              </>
            }
          />
          <ViewTabs
            list={resource.name}
            path={resource.path}
            builtIn={[{ name: "All", query: "" }]}
            saved={views}
            organizationId={organization.id}
            mayRemoveShared={permissions.includes("settings.manage")}
          />
        </>
      }
    >
      <RecordTable
        facts={facts}
        records={list.data}
        nextCursor={list.next_cursor}
        choices={choices}
        timeZone={organization.timeZone}
        openId={open?.id}
      />
    </ListBeside>
  );
}
