"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useKeptFilter } from "@/components/data-table/kept-filter";
import { addressWith, tableKeys } from "@/components/data-table/table-address";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";

type NoRowsProps = { query: URLSearchParams; filterKeys: string[] | undefined; empty: ReactNode };

/** Nothing yet and nothing found are two different things to be told. */
export function NoRows({ query, filterKeys, empty }: NoRowsProps) {
  const keys = filterKeys ? [...filterKeys, "q"] : [...query.keys()].filter((key) => !tableKeys.includes(key));
  const active = keys.filter((key) => query.get(key));
  const { keys: kept, chosen, choose } = useKeptFilter();
  if (active.length === 0 && chosen && filterKeys?.some((key) => kept.includes(key)))
    return (
      <EmptyState
        icon="search"
        title={`Nothing in ${chosen.name}`}
        action={<Button onClick={() => choose(null)}>Show all</Button>}
      >
        Every list shows only this until you choose otherwise.
      </EmptyState>
    );
  if (active.length === 0) return empty ?? <EmptyState icon="inbox" title="Nothing here yet" />;
  const cleared = addressWith(query, Object.fromEntries([...active, "cursor", "trail"].map((key) => [key, null])));
  const searched = query.get("q");
  return (
    <EmptyState
      icon="search"
      title="No results for these filters"
      action={
        <Link href={cleared} className={buttonStyles()}>
          Clear filters
        </Link>
      }
    >
      {searched
        ? `You searched for “${searched}”. Check the spelling or look for less.`
        : "Take a filter away to see more."}
    </EmptyState>
  );
}
