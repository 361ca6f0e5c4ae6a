import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { StatusDot } from "@/components/ui/status-dot";
import { TextLink } from "@/components/ui/text-link";
import { type DimensionUnit, measureText, moneyText, type WeightUnit } from "@/lib/measures/words";
import type { PostalAddress } from "@/lib/postal/schema";
import type { Field } from "@/lib/resource/field-schema";
import { asTitle, withArticle } from "@/lib/resource/words";

type Row = Record<string, unknown>;
type RecordValueProps = { name: string; field: Field; record: Row };

const countries = new Intl.DisplayNames("en", { type: "region" });

/** One value of a record in words; null where there is none. */
export function recordValue({ name, field, record }: RecordValueProps): ReactNode {
  if (field.kind === "secret") return record[`${name}Set`] ? <Badge tone="positive">Set</Badge> : null;
  const value = record[name];
  if (value === null || value === undefined || value === "") return null;
  switch (field.kind) {
    case "choice":
      return choiceText(field.options.find((option) => option.value === value));
    case "flag":
      return value ? "Yes" : <span className="text-muted">No</span>;
    case "money":
      return moneyText(Number(value), String(record.currency));
    case "weight":
      return measureText(Number(value), record.weightUnit as WeightUnit); // as its output declares
    case "size":
      return measureText(Number(value), record.dimensionUnit as DimensionUnit); // likewise
    case "integer":
      return Number(value).toLocaleString("en");
    case "day":
      return <DateTime value={String(value)} timeZone="UTC" withTime={false} />;
    case "postal": {
      const { name: who, company, city, country } = value as PostalAddress; // as its output declares
      return [company || who, city, country].filter(Boolean).join(", ");
    }
    case "country":
      return countries.of(String(value)) ?? String(value);
    case "paragraph":
      return <p className="whitespace-pre-line">{String(value)}</p>;
    case "reference": {
      const { id, name: shown } = value as { id: string; name: string | null }; // as its output declares
      if (shown === null) return <span className="text-muted">{asTitle(withArticle(field.to.one))}</span>;
      return <TextLink href={`${field.to.path}/${id}`}>{shown}</TextLink>;
    }
    default:
      return field.kind === "text" && field.mono ? (
        <span className="font-mono">{String(value)}</span>
      ) : (
        <span className="break-words">{String(value)}</span>
      );
  }
}

function choiceText(choice: { label: string; tone?: Parameters<typeof StatusDot>[0]["tone"] } | undefined): ReactNode {
  if (!choice) return null;
  return choice.tone ? <StatusDot tone={choice.tone} label={choice.label} /> : choice.label;
}
