export type QrCodeProps = { svg: string; label: string; size?: number };

/** Redraws the paths of a QR code made on the server, so that no foreign markup enters the page. */
export function QrCode({ svg, label, size = 176 }: QrCodeProps) {
  const box = /viewBox="([\d .]+)"/.exec(svg)?.[1] ?? "0 0 29 29";
  const lines = /stroke="[^"]*" d="([^"]+)"/.exec(svg)?.[1] ?? "";
  return (
    <svg
      viewBox={box}
      width={size}
      height={size}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="rounded-control border"
    >
      <path d="M0 0h999v999H0z" fill="#fff" />
      <path d={lines} stroke="#000" />
    </svg>
  );
}
