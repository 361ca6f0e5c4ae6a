"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { type Filter, FilterBar } from "@/components/data-table/filter-bar";
import { listedIn } from "@/components/data-table/table-address";
import type { DataColumn } from "@/components/data-table/types";
import { findable } from "@/components/resource/ask";
import { recordValue } from "@/components/resource/record-value";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import type { IconName } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Option } from "@/components/ui/select";
import { testEmpty, useTestMode } from "@/components/ui/test-mode";
import type { ResourceFacts } from "@/lib/resource/facts";
import { type Field, type Fields, inputName } from "@/lib/resource/field-schema";
import { asTitle, withArticle } from "@/lib/resource/words";

type Row = Record<string, unknown>;

type RecordTableProps = {
  facts: ResourceFacts;
  records: Row[];
  nextCursor: string | null;
  /** By field: what a reference may be filtered by. */
  choices: Record<string, Option[]>;
  timeZone: string;
  openId: string | undefined;
};

const nothing = <span className="text-muted">–</span>;
const rightKinds = new Set<Field["kind"]>(["money", "weight", "size", "integer"]);

export function RecordTable({ facts, records, nextCursor, choices, timeZone, openId }: RecordTableProps) {
  const { name, path, words, title, fields, inBothModes } = facts;
  const test = useTestMode() && !inBothModes;
  const columns = useMemo(() => columnsOf(fields, title, timeZone), [fields, title, timeZone]);
  const query = useSearchParams();
  const filters = filtersOf(fields, choices, query);
  return (
    <DataTable
      id={name}
      label={asTitle(words.many)}
      columns={columns}
      rows={records}
      rowId={({ id }) => String(id)}
      nextCursor={nextCursor}
      sort={facts.sort}
      filterKeys={filters.map(({ key }) => key)}
      detailHref={({ id }) => `${path}/${id}`}
      openId={openId}
      beside
      empty={
        <EmptyState
          icon={facts.icon as IconName} // a declaration names one of them
          title={`No ${test ? "test " : ""}${words.many} yet`}
          action={
            facts.may.create && (
              <Link href={`${path}/new`} className={buttonStyles({ variant: "primary" })}>
                Add {withArticle(words.one)}
              </Link>
            )
          }
        >
          {test ? testEmpty : words.empty}
        </EmptyState>
      }
    >
      <FilterBar search={facts.search ?? false} filters={filters} />
    </DataTable>
  );
}

function columnsOf(fields: Fields, title: string, timeZone: string): DataColumn<Row>[] {
  const listed = Object.entries(fields).filter(([, { list }]) => list !== undefined);
  const own = listed.map(([name, field]): DataColumn<Row> => {
    const plain = name === title;
    return {
      id: name,
      header: field.label,
      cell: (record) => (
        <span className={plain ? "block max-w-64 truncate" : "inline-block max-w-56 truncate align-bottom"}>
          {recordValue({ name, field, record }) ?? nothing}
        </span>
      ),
      ...(field.sort ? { sortable: true } : {}),
      ...(field.list === "hidden" ? { hiddenAtFirst: true } : {}),
      ...(rightKinds.has(field.kind) ? { align: "right" as const } : {}),
    };
  });
  return [
    ...own,
    {
      id: "created",
      header: "Created",
      sortable: true,
      cell: ({ createdAt }) => <RelativeTime value={createdAt as Date} timeZone={timeZone} />, // every record has one
    },
    {
      id: "updated",
      header: "Updated",
      sortable: true,
      hiddenAtFirst: true,
      cell: ({ updatedAt }) => <RelativeTime value={updatedAt as Date} timeZone={timeZone} />, // likewise
    },
  ];
}

const longList = 12;

/**
 * As declared, but a long list comes last: what stands below it would be out of sight. Of records that can be searched, the
 * menu has the first ones and those that are chosen.
 */
function filtersOf(fields: Fields, choices: Record<string, Option[]>, query: URLSearchParams): Filter[] {
  const filters = Object.entries(fields).flatMap(([name, field]) => {
    const options = optionsOf(name, field, choices);
    if (!field.filter || options.length === 0) return [];
    const filter = { key: inputName(name, field), label: field.label, options };
    if (field.kind !== "reference" || !field.to.search || options.length <= longList) return [filter];
    const chosen = listedIn(query, filter.key) ?? [];
    return [
      {
        ...filter,
        options: options.filter(({ value }, at) => at < longList || chosen.includes(value)),
        all: findable(field.to, options),
      },
    ];
  });
  const isLong = ({ options, all }: Filter) => options.length > longList || all !== undefined;
  return [...filters.filter((each) => !isLong(each)), ...filters.filter(isLong)];
}

function optionsOf(name: string, field: Field, choices: Record<string, Option[]>): { value: string; label: string }[] {
  if (field.kind === "choice") return [...field.options];
  if (field.kind === "flag")
    return [
      { value: "true", label: "Yes" },
      { value: "false", label: "No" },
    ];
  return choices[name] ?? [];
}
