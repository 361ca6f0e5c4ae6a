import { contrast, themeColours } from "@/lib/colour";

/** Whether the colour stands out in each theme, and how it is shown where it would not. */
export function ContrastFacts({ accent }: { accent: string }) {
  const { light, dark } = themeColours(accent);
  return (
    <ul aria-label="Contrast" className="space-y-1.5 text-table">
      <Fact theme="Light" chosen={accent} shown={light} ground="#f8fafc" way="darker" />
      <Fact theme="Dark" chosen={accent} shown={dark} ground="#1e242f" way="lighter" />
    </ul>
  );
}

type FactProps = { theme: string; chosen: string; shown: string; ground: string; way: string };

function Fact({ theme, chosen, shown, ground, way }: FactProps) {
  const ratio = (colour: string) => `${contrast(colour, ground).toFixed(1)} to 1`;
  return (
    <li className="flex items-center gap-2.5">
      <span
        aria-hidden="true"
        className="grid size-6 shrink-0 place-items-center rounded-control border"
        style={{ backgroundColor: ground }}
      >
        <span className="size-3 rounded-full" style={{ backgroundColor: shown }} />
      </span>
      {chosen === shown ? (
        <span>
          {theme} theme: contrast {ratio(chosen)}, shown as it is.
        </span>
      ) : (
        <span>
          {theme} theme: only {ratio(chosen)}, so it is shown a little {way}, as{" "}
          <code className="font-mono">{shown}</code> ({ratio(shown)}).
        </span>
      )}
    </li>
  );
}
