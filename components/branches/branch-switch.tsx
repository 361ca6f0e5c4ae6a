"use client";

import { ChevronsUpDown, GitBranch } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { useBranchMemory } from "@/components/branches/branch-memory";
import { addressWith } from "@/components/data-table/table-address";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Menu, MenuRadio } from "@/components/ui/menu";
import { Spinner } from "@/components/ui/spinner";
import { asLines } from "@/lib/branches/words";

const all = "all";

/** In the top bar: the branch that every list shows. Hidden where there is nothing to choose between. */
export function BranchSwitch() {
  const { branches, chosen, choose } = useBranchMemory();
  const [pending, start] = useTransition();
  const query = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  if (branches.length < 2) return null;

  function take(value: string) {
    start(async () => {
      await choose(value === all ? null : value);
      if (query.has("branch") || query.has("branchId") || query.has("cursor"))
        router.replace(`${path}${addressWith(query, { branch: null, branchId: null, cursor: null, trail: null })}`);
    });
  }

  return (
    <Menu
      trigger={
        <Button
          aria-label={`Branch: ${chosen?.name ?? "all"}`}
          className={classNames("min-w-0 max-sm:px-2.5", chosen && "border-accent! bg-accent-soft! text-accent-text!")}
        >
          {pending ? <Spinner /> : <GitBranch />}
          <span className="max-w-32 truncate max-md:sr-only">{chosen?.name ?? "All branches"}</span>
          <ChevronsUpDown className="text-muted max-md:hidden" />
        </Button>
      }
    >
      <MenuRadio
        label="Lists show"
        closes
        value={chosen?.id ?? all}
        onValueChange={take}
        options={[
          { value: all, label: "All branches" },
          ...asLines(branches).map(({ id, name, depth }) => ({
            value: id,
            label: name,
            icon: depth > 0 ? <span style={{ width: `${depth * 0.75}rem` }} className="block" /> : undefined,
          })),
        ]}
      />
    </Menu>
  );
}
