import { PasswordField } from "@/components/form/password-field";
import { SelectField } from "@/components/form/select-field";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/form/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import { LinkedField } from "@/components/resource/linked-field";
import { FoldedPostalFields, PostalFields } from "@/components/resource/postal-fields";
import type { Option } from "@/components/ui/select";
import type { Standards } from "@/lib/measures/words";
import type { LinkedChoices } from "@/lib/resource/facts";
import { type Field, inputName } from "@/lib/resource/field-schema";

export type FieldChoices = {
  references: Record<string, Option[]>;
  countries: Option[];
  currencies: Option[];
  /** Addresses that one may be filled in from. */
  addresses?: LinkedChoices | undefined;
};

type RecordFieldProps = {
  name: string;
  field: Field;
  /** Before its name, for a field of a line: `lines.0.`. */
  at?: string;
  choices: FieldChoices;
  standards: Standards;
  /** A secret that is there already stays when its field is left empty. */
  kept?: boolean;
};

/** The control for one field, by its kind. */
export function RecordField({ name, field, at = "", choices, standards, kept = false }: RecordFieldProps) {
  const common = {
    name: `${at}${inputName(name, field)}`,
    label: field.label,
    ...(field.help ? { help: field.help } : {}),
    ...(field.required ? {} : { optional: true }),
  };
  switch (field.kind) {
    case "choice":
      return (
        <SelectField {...common} options={[...field.options]} {...(field.required ? {} : { placeholder: "Not set" })} />
      );
    case "country":
      return (
        <SelectField {...common} options={choices.countries} placeholder={field.required ? "Choose" : "Not set"} />
      );
    case "reference":
      return (
        <LinkedField
          {...common}
          at={at}
          field={field}
          options={choices.references[`${at ? "lines." : ""}${name}`] ?? []}
        />
      );
    case "paragraph":
      return <TextareaField {...common} rows={field.most > 5000 ? 14 : 3} maxLength={field.most} />;
    case "postal": {
      const Parts = field.required ? PostalFields : FoldedPostalFields;
      return <Parts name={common.name} legend={field.label} countries={choices.countries} saved={choices.addresses} />;
    }
    case "flag":
      return <SwitchField name={common.name} label={field.label} help={field.help} />;
    case "weight":
      return <TextField {...common} inputMode="decimal" suffix={standards.weightUnit} />;
    case "size":
      return <TextField {...common} inputMode="decimal" suffix={standards.dimensionUnit} />;
    case "money":
      return <TextField {...common} inputMode="decimal" />;
    case "integer":
      return <TextField {...common} inputMode="numeric" />;
    case "day":
      return <TextField {...common} type="date" />;
    case "email":
      return <TextField {...common} type="email" autoComplete="off" />;
    case "secret":
      return (
        <PasswordField
          {...common}
          help={kept ? "Left empty, what is there stays." : field.help}
          autoComplete="off"
          optional={kept || !field.required}
        />
      );
    default:
      return (
        <TextField {...common} maxLength={field.most} autoComplete="off" {...(field.mono ? { mono: true } : {})} />
      );
  }
}
