import { TextField } from "@/components/form/text-field";
import { amount } from "@/components/plans/words";
import { limitNames, limits } from "@/lib/plans/words";

type LimitFieldsProps = { help: string; plan?: Record<string, number | null> };

/** A box for each limit. `plan`: what holds where one is left empty. */
export function LimitFields({ help, plan }: LimitFieldsProps) {
  return (
    <fieldset>
      <legend className="font-medium">Limits</legend>
      <p className="mb-3 text-muted text-table">{help}</p>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        {limitNames.map((name) => (
          <TextField
            key={name}
            name={`limits.${name}`}
            label={limits[name].label}
            help={limits[name].help}
            inputMode={plan ? "text" : "numeric"}
            placeholder={amount(plan?.[name])}
            autoComplete="off"
            optional
          />
        ))}
      </div>
    </fieldset>
  );
}
