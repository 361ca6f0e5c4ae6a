/** Three pixels of the organization's colour, so that two tabs are told apart at a glance. */
export function AccentLine() {
  return <div aria-hidden="true" className="sticky top-[var(--banner,0px)] z-40 h-0.75 shrink-0 bg-brand" />;
}
