type OneDayProps = { parts: { key: string; share: number; colour: string }[]; figures: string[] };

/** A single day: a bar as wide as one may be, and what it counts beside its top. */
export function OneDay({ parts, figures }: OneDayProps) {
  const height = parts.reduce((sum, { share }) => sum + share, 0);
  return (
    <div className="flex h-full gap-2">
      <div className="flex h-full w-24 flex-col-reverse">
        {parts.map(({ key, share, colour }) => (
          <div key={key} style={{ height: `${share}%`, background: colour }} />
        ))}
      </div>
      <div className="relative flex-1">
        <p className="absolute inset-x-0 text-text" style={{ bottom: `min(${height}%, 100% - ${figures.length}rem)` }}>
          {figures.map((figure) => (
            <span key={figure} className="block">
              {figure}
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}
