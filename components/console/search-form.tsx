"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { beginSearchAction } from "@/lib/console/actions";

/** The reason stays out of every address; the database writes it into the trail of each organization that is shown. */
export function SearchForm() {
  return (
    <ActionForm
      action={beginSearchAction}
      submitLabel="Search all organizations"
      layout="fill"
      className="max-w-140 [&_button[type=submit]]:w-auto"
    >
      <TextField
        name="reason"
        label="Why do you search?"
        help="Each organization of which you see an entry finds your name and this sentence in its own trail."
        placeholder="Ticket 4711: a stolen address"
        autoComplete="off"
        required
        maxLength={300}
      />
    </ActionForm>
  );
}
