import { Card } from "@/components/ui/card";
import type { ImportDetail } from "@/lib/imports/schema";

type Props = { faults: ImportDetail["faults"]; faulty: number; href: string };

/** The first faults by line; all of them are in the file behind the link. */
export function FaultTable({ faults, faulty, href }: Props) {
  return (
    <Card
      title="Rows with faults"
      description={faults.length < faulty ? `The first ${faults.length}. The file has them all.` : undefined}
      padded={false}
      actions={
        <a href={href} download className="text-accent-text underline underline-offset-2">
          Download faulty rows
        </a>
      }
    >
      <table className="w-full text-table">
        <thead className="text-left text-muted">
          <tr>
            <th scope="col" className="w-20 px-5 py-2 text-right font-medium">
              Line
            </th>
            <th scope="col" className="px-3 py-2 font-medium">
              What is wrong
            </th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ line, faults: found }) => (
            <tr key={line} className="border-t align-top">
              <td className="px-5 py-2 text-right tabular-nums">{line}</td>
              <td className="px-3 py-2">
                <ul className="grid gap-0.5">
                  {found.map(({ column, message }) => (
                    <li key={`${column} ${message}`} className="break-words">
                      {column && <span className="font-medium">{column}: </span>}
                      {message}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
