import { classNames } from "@/components/ui/class-names";
import { hueOf, initialsOf } from "@/components/ui/initials";
import { tileColour } from "@/lib/colour";

const sizes = { sm: "size-6 text-[10px]", md: "size-8 text-xs", lg: "size-12 text-base" };

export type OrganizationMarkProps = {
  name: string;
  slug: string;
  src?: string;
  accent?: string;
  size?: keyof typeof sizes;
  className?: string;
};

/** An organization's logo, or its letters on a colour made from its slug. */
export function OrganizationMark({ name, slug, src, accent, size = "md", className }: OrganizationMarkProps) {
  const shape = classNames(
    "inline-grid shrink-0 place-items-center rounded-control font-semibold",
    sizes[size],
    className,
  );
  // biome-ignore lint/performance/noImgElement: an upload of a few kilobytes from our own host
  if (src) return <img src={src} alt="" className={classNames(shape, "border bg-white object-contain")} />;
  const ground = accent ? tileColour(accent) : `color-mix(in oklch, oklch(0.48 0.1 ${hueOf(slug)}), black 12%)`;
  return (
    <span aria-hidden="true" className={classNames(shape, "text-white")} style={{ backgroundColor: ground }}>
      {initialsOf(name)}
    </span>
  );
}
