"use client";

import { ListFilter, Search, X } from "lucide-react";
import { useState } from "react";
import { FilterChip } from "@/components/data-table/filter-chip";
import { FilterSearch, type Findable } from "@/components/data-table/filter-search";
import { useKeptFilter } from "@/components/data-table/kept-filter";
import { atFirstPage, listedIn } from "@/components/data-table/table-address";
import { useAddress } from "@/components/data-table/use-address";
import { useTypedSearch } from "@/components/data-table/use-typed-search";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Menu, MenuCheckbox, MenuGroup, MenuItem } from "@/components/ui/menu";
import { Spinner } from "@/components/ui/spinner";

export type Filter = {
  key: string;
  label: string;
  /** Without any there is nothing to choose: what the address says stands as a chip, and not in the menu. */
  options: { value: string; label: string }[];
  /** Where there are more than `options`: all others are found by searching. */
  all?: Findable | undefined;
  /** Its values rule each other out: the one that is chosen takes the place of the other. */
  single?: boolean;
};

export type FilterBarProps = {
  /** The search's placeholder, e.g. "Search by name or e-mail"; false hides it. */
  search?: string | false;
  filters?: Filter[];
};

/** Search and filters of a list. Each filter is a parameter of the address: values joined by commas, where it takes several. */
export function FilterBar({ search = "Search", filters = [] }: FilterBarProps) {
  const { query, pending, change } = useAddress();
  const { typed, type, ask } = useTypedSearch(query.get("q") ?? "", (q) => change({ q: q || null, ...atFirstPage }));
  const kept = useKeptFilter();
  const [sought, setSought] = useState<Filter>();

  const isKept = (key: string) => kept.keys.includes(key);

  /** One value of a kept filter holds in every list; several stand in the address of this one. */
  function choose(key: string, values: string[]) {
    const remembers = isKept(key) && values.length < 2;
    const listed = values.length > 0 && !remembers ? values.join() : null;
    change({ [key]: listed, ...atFirstPage }, remembers ? () => kept.choose(values[0] ?? null) : undefined);
  }

  function clear() {
    change(
      { ...Object.fromEntries(active.map((filter) => [filter.key, null])), ...atFirstPage },
      active.some(({ key }) => isKept(key)) ? () => kept.choose(null) : undefined,
    );
  }

  const valuesOf = (key: string) => listedIn(query, key) ?? (isKept(key) && kept.chosen ? [kept.chosen.id] : []);
  const withOne = ({ key, single }: Filter, value: string) =>
    single ? [value] : [...valuesOf(key).filter((one) => one !== value), value];
  const offered = filters.filter(({ options }) => options.length > 0);
  const active = filters.filter((filter) => valuesOf(filter.key).length > 0);
  return (
    <search>
      <div className="flex flex-wrap gap-2">
        {search !== false && (
          <form
            className="relative min-w-0 flex-1 basis-40 sm:max-w-80"
            onSubmit={(event) => {
              event.preventDefault();
              ask();
            }}
          >
            <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-muted [&_svg]:size-4">
              {pending ? <Spinner /> : <Search aria-hidden="true" />}
            </span>
            <Input
              name="q"
              type="search"
              maxLength={200}
              data-table-search=""
              aria-label={search}
              placeholder={search}
              value={typed}
              onChange={(event) => type(event.target.value)}
              className="pl-9 [&::-webkit-search-cancel-button]:hidden"
            />
          </form>
        )}
        {offered.length > 0 && (
          <Menu
            align="start"
            trigger={
              <Button>
                <ListFilter />
                <span className="max-sm:sr-only">Filter</span>
              </Button>
            }
          >
            {offered.map((filter) => (
              <MenuGroup key={filter.key} label={filter.label}>
                {filter.all && (
                  <MenuItem icon={<Search />} onSelect={() => setSought(filter)}>
                    {filter.all.title}
                  </MenuItem>
                )}
                {filter.options.map((option) => {
                  const values = valuesOf(filter.key);
                  return (
                    <MenuCheckbox
                      key={option.value}
                      checked={values.includes(option.value)}
                      onCheckedChange={(checked) => {
                        const others = values.filter((one) => one !== option.value);
                        choose(filter.key, checked ? withOne(filter, option.value) : others);
                      }}
                    >
                      {option.label}
                    </MenuCheckbox>
                  );
                })}
              </MenuGroup>
            ))}
          </Menu>
        )}
        {sought?.all && (
          <FilterSearch
            all={sought.all}
            onChoose={(id) => choose(sought.key, withOne(sought, id))}
            onClose={() => setSought(undefined)}
          />
        )}
      </div>
      {active.length > 0 && (
        <ul aria-label="Filters in use" className="mt-2 flex flex-wrap gap-1.5">
          {active.map((filter) => (
            <FilterChip
              key={filter.key}
              filter={filter}
              values={valuesOf(filter.key)}
              onRemove={() => choose(filter.key, [])}
            />
          ))}
          <li>
            <Button variant="ghost" size="sm" className="h-7" onClick={clear}>
              <X />
              Clear all
            </Button>
          </li>
        </ul>
      )}
    </search>
  );
}
