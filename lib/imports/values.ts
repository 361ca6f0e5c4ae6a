import type { Row } from "@/lib/resource/declaration";
import type { Field } from "@/lib/resource/field-schema";
import { nameKey } from "@/lib/sheets/columns";

const on = new Set(["yes", "true", "1", "y", "x", "on"]);
const off = new Set(["no", "false", "0", "n", "off"]);

/** A cell as a form would send it. */
export function typedValue(field: Field, cell: string): string {
  switch (field.kind) {
    case "choice":
      return (
        field.options.find(({ value, label }) => [value, label].some((word) => nameKey(word) === nameKey(cell)))
          ?.value ?? cell
      );
    case "flag":
      if (on.has(cell.toLowerCase())) return "true";
      return off.has(cell.toLowerCase()) ? "false" : cell;
    case "country":
      return cell.toUpperCase();
    default:
      return cell;
  }
}

/** `sender.name` goes into `sender`. */
export function put(input: Row, name: string, value: unknown): void {
  const [outer = "", inner] = name.split(".");
  if (inner === undefined) {
    input[outer] = value;
    return;
  }
  input[outer] = { ...(input[outer] as Row | undefined), [inner]: value }; // made here
}
