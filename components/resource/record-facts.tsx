import { recordValue } from "@/components/resource/record-value";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList } from "@/components/ui/description-list";
import type { PostalAddress } from "@/lib/postal/schema";
import type { Fields, LineFields } from "@/lib/resource/field-schema";

type Row = Record<string, unknown>;

export function RecordFacts({ fields, record, timeZone }: { fields: Fields; record: Row; timeZone: string }) {
  return (
    <DescriptionList
      items={[
        ...Object.entries(fields)
          .filter(([, { kind }]) => kind !== "postal")
          .map(([name, field]) => ({ label: field.label, value: recordValue({ name, field, record }) })),
        { label: "Created", value: <DateTime value={record.createdAt as Date} timeZone={timeZone} /> }, // every record has one
        { label: "Updated", value: <DateTime value={record.updatedAt as Date} timeZone={timeZone} /> }, // likewise
      ]}
    />
  );
}

/** The addresses that a record has, by their labels. */
export function placesOf(fields: Fields, record: Row): { name: string; label: string; address: PostalAddress }[] {
  return Object.entries(fields).flatMap(
    ([name, { kind, label }]) =>
      kind === "postal" && record[name] ? [{ name, label, address: record[name] as PostalAddress }] : [], // as its output declares
  );
}

const numbers = new Set(["integer", "money", "weight", "size"]);

export function RecordLines({ lines, record }: { lines: LineFields; record: Row }) {
  const rows = record[lines.name] as Row[]; // as its output declares
  const fields = Object.entries(lines.fields);
  const align = (kind: string) => (numbers.has(kind) ? "text-right" : "text-left");
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-table tabular-nums">
        <thead>
          <tr className="text-muted">
            {fields.map(([name, field]) => (
              <th key={name} className={`px-4 py-2 font-medium first:pl-5 last:pr-5 ${align(field.kind)}`}>
                {field.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
            <tr key={index} className="border-t">
              {fields.map(([name, field]) => (
                <td key={name} className={`px-4 py-2 first:pl-5 last:pr-5 ${align(field.kind)}`}>
                  {recordValue({ name, field, record: { ...record, ...row } }) ?? <span className="text-muted">–</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
