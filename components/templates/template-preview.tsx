import { Card } from "@/components/ui/card";
import { previewOf } from "@/lib/templates/rules";

/** The text as it would read, with examples for its names. It is shown as text: nothing in it is ever run. */
export function TemplatePreview({ body }: { body: string }) {
  return (
    <Card title="Preview" description="With examples for its names.">
      <pre className="max-h-120 overflow-auto whitespace-pre-wrap break-words rounded-control border bg-sunken px-4 py-3 font-mono text-table">
        {previewOf(body)}
      </pre>
    </Card>
  );
}
