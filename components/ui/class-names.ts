import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: {
    classGroups: {
      "font-size": [{ text: ["table"] }],
      rounded: [{ rounded: ["control", "surface"] }],
      shadow: [{ shadow: ["float"] }],
    },
  },
});

/** Joins class names; a later Tailwind class wins over an earlier one of the same kind. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values));
}
