import { type ClassValue, clsx } from "clsx";
import { createTailwindMerge } from "tailwind-merge";
import { classGroups } from "@/components/ui/class-groups";

const merge = createTailwindMerge(classGroups);

/** Joins class names; a later Tailwind class wins over an earlier one of the same kind. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values));
}
