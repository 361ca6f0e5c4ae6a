import { classNames } from "@/components/ui/class-names";
import { hueOf, initialsOf } from "@/components/ui/initials";

const sizes = { sm: "size-6 text-[10px]", md: "size-8 text-xs", lg: "size-12 text-base" };

export type OrganizationMarkProps = {
  name: string;
  slug: string;
  src?: string | undefined;
  /** Stands in place of `src` on dark pages. */
  darkSrc?: string | undefined;
  /** The ground of its letters, dark enough for them. */
  tile?: string | undefined;
  size?: keyof typeof sizes | undefined;
  className?: string | undefined;
};

/** An organization's logo, or its letters on a colour made from its slug. */
export function OrganizationMark(props: OrganizationMarkProps) {
  const { darkSrc } = props;
  if (!darkSrc) return <Mark {...props} />;
  return (
    <>
      <Mark {...props} className={classNames(props.className, "night:hidden")} />
      <Picture src={darkSrc} className={classNames(shapeOf(props), "hidden bg-surface night:inline-grid")} />
    </>
  );
}

function Mark({ name, slug, src, tile, size, className }: OrganizationMarkProps) {
  const shape = shapeOf({ size, className });
  if (src) return <Picture src={src} className={classNames("bg-white", shape)} />;
  const ground = tile ?? `color-mix(in oklch, oklch(0.48 0.1 ${hueOf(slug)}), black 12%)`;
  return (
    <span aria-hidden="true" className={classNames(shape, "text-white")} style={{ backgroundColor: ground }}>
      {initialsOf(name)}
    </span>
  );
}

function shapeOf({ size = "md", className }: Pick<OrganizationMarkProps, "size" | "className">) {
  return classNames("inline-grid shrink-0 place-items-center rounded-control font-semibold", sizes[size], className);
}

/** Lazy, so that a browser loads only the one of the theme that it shows. */
function Picture({ src, className }: { src: string; className: string }) {
  // biome-ignore lint/performance/noImgElement: an upload of a few kilobytes from our own host
  return <img src={src} alt="" loading="lazy" className={classNames(className, "border object-contain")} />;
}
