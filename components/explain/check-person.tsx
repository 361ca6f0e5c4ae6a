import { PeopleVerdicts } from "@/components/explain/people-verdicts";
import { permissionOptions } from "@/components/explain/permission-options";
import { ControlLabel } from "@/components/form/control-label";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import type { Checked } from "@/lib/explain/check-people";

/** "What can Maria do?": a form that asks by address, so that an answer can be sent to somebody. */
export function CheckPerson({ who, permission, found, maySee }: Checked) {
  return (
    <Card
      className="mt-6"
      title="What can somebody do?"
      description="Yes or no for a person and a permission, and the rule that decides it."
    >
      {maySee ? (
        <form id="check" className="flex flex-wrap items-end gap-3">
          <ControlLabel className="min-w-0 flex-1 basis-48">
            <span className="mb-1.5 block font-medium">Who</span>
            <Input name="who" defaultValue={who} placeholder="Name or e-mail" required />
          </ControlLabel>
          <ControlLabel className="min-w-0 flex-1 basis-64">
            <span className="mb-1.5 block font-medium">Permission</span>
            <Select name="permission" defaultValue={permission} options={permissionOptions} />
          </ControlLabel>
          <Button type="submit">Check</Button>
        </form>
      ) : (
        <p className="text-muted">
          You need “View members with role and status” to check others. Your own rights are under{" "}
          <TextLink href="/access">Your rights</TextLink>.
        </p>
      )}
      {found && <PeopleVerdicts people={found} who={who} className="mt-4 border-t" />}
    </Card>
  );
}
