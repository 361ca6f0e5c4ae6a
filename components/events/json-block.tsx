import { asJson } from "@/lib/events/words";

/** What a program gets, as it gets it. */
export function JsonBlock({ label, value }: { label: string; value: unknown }) {
  return (
    <figure className="mt-6">
      <figcaption className="mb-1.5 font-medium">{label}</figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-control border bg-sunken px-3 py-2.5 font-mono text-xs"
      >
        {typeof value === "string" ? value : asJson(value)}
      </pre>
    </figure>
  );
}
