"use client";

import { ListFilter, Search, X } from "lucide-react";
import { debounce, parseAsArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useMemo, useTransition } from "react";
import { FilterChip } from "@/components/data-table/filter-chip";
import { useKeptFilter } from "@/components/data-table/kept-filter";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Menu, MenuCheckbox, MenuGroup } from "@/components/ui/menu";
import { Spinner } from "@/components/ui/spinner";

export type Filter = { key: string; label: string; options: { value: string; label: string }[] };

export type FilterBarProps = {
  /** The search's placeholder, e.g. "Search by name or e-mail"; false hides it. */
  search?: string | false;
  filters?: Filter[];
};

const paging = { cursor: parseAsString, trail: parseAsString };
const fresh = { cursor: null, trail: null };

/** Search and filters of a list. Each filter is a parameter of the address: values joined by commas. */
export function FilterBar({ search = "Search", filters = [] }: FilterBarProps) {
  const [pending, startTransition] = useTransition();
  const parsers = useMemo(
    () => Object.fromEntries(filters.map((filter) => [filter.key, parseAsArrayOf(parseAsString)])),
    [filters],
  );
  const options = { shallow: false, startTransition };
  const [chosen, setChosen] = useQueryStates(parsers, options);
  const kept = useKeptFilter();
  const [typed, setTyped] = useQueryStates({ q: parseAsString, ...paging }, options);

  const isKept = (key: string) => kept.keys.includes(key);

  /** One value of a kept filter holds in every list; several stand in the address of this one. */
  function choose(key: string, values: string[]) {
    const remembers = isKept(key) && values.length < 2;
    startTransition(async () => {
      if (remembers) await kept.choose(values[0] ?? null);
      await Promise.all([setChosen({ [key]: values.length > 0 && !remembers ? values : null }), setTyped(fresh)]);
    });
  }

  function clear() {
    startTransition(async () => {
      if (active.some(({ key }) => isKept(key))) await kept.choose(null);
      await setChosen(Object.fromEntries(active.map((filter) => [filter.key, null])));
    });
  }

  const valuesOf = (key: string) => chosen[key] ?? (isKept(key) && kept.chosen ? [kept.chosen.id] : []);
  const active = filters.filter((filter) => valuesOf(filter.key).length > 0);
  return (
    <search>
      <div className="flex flex-wrap gap-2">
        {search !== false && (
          <form className="relative min-w-0 flex-1 basis-40 sm:max-w-80">
            <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-muted [&_svg]:size-4">
              {pending ? <Spinner /> : <Search aria-hidden="true" />}
            </span>
            <Input
              name="q"
              type="search"
              data-table-search=""
              aria-label={search}
              placeholder={search}
              value={typed.q ?? ""}
              onChange={(event) =>
                setTyped({ q: event.target.value || null, ...fresh }, { limitUrlUpdates: debounce(250) })
              }
              className="pl-9 [&::-webkit-search-cancel-button]:hidden"
            />
          </form>
        )}
        {filters.length > 0 && (
          <Menu
            align="start"
            trigger={
              <Button>
                <ListFilter />
                <span className="max-sm:sr-only">Filter</span>
              </Button>
            }
          >
            {filters.map((filter) => (
              <MenuGroup key={filter.key} label={filter.label}>
                {filter.options.map((option) => {
                  const values = valuesOf(filter.key);
                  return (
                    <MenuCheckbox
                      key={option.value}
                      checked={values.includes(option.value)}
                      onCheckedChange={(checked) =>
                        choose(
                          filter.key,
                          checked ? [...values, option.value] : values.filter((one) => one !== option.value),
                        )
                      }
                    >
                      {option.label}
                    </MenuCheckbox>
                  );
                })}
              </MenuGroup>
            ))}
          </Menu>
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
