import { resources } from "@/lib/resources";
import { shipmentsSheet } from "@/lib/shipments/sheet";
import { sheetOf } from "./of-resource";
import type { Sheet } from "./sheet";

/** Every list that leaves and enters as CSV: shipments, and each declared record. */
export const sheets: Sheet[] = [shipmentsSheet, ...resources.map(sheetOf)];

export function findSheet(name: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.name === name);
}
