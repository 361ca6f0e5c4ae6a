import { use } from "react";
import { FormFactsContext } from "@/components/form/form-context";

/** What the server says of a list of fields as a whole, told where the list stands. */
export function FaultLine({ id, name }: { id?: string; name: string }) {
  const facts = use(FormFactsContext);
  facts?.shown.add(name);
  const fault = facts?.serverFault(name);
  if (!fault) return null;
  return (
    <p id={id} role="alert" className="mt-1 text-danger text-table">
      {fault}
    </p>
  );
}
