import { classNames } from "@/components/ui/class-names";
import { hueOf, initialsOf } from "@/components/ui/initials";

const sizes = { sm: "size-6 text-[10px]", md: "size-8 text-xs", lg: "size-12 text-base" };

export type AvatarProps = { name: string; src?: string; size?: keyof typeof sizes; className?: string };

/** A person's picture or initials; the name stands beside it, so it is hidden from screen readers. */
export function Avatar({ name, src, size = "md", className }: AvatarProps) {
  const shape = classNames(
    "inline-grid shrink-0 place-items-center rounded-full font-semibold",
    sizes[size],
    className,
  );
  // biome-ignore lint/performance/noImgElement: an upload of a few kilobytes from our own host
  if (src) return <img src={src} alt="" className={classNames(shape, "object-cover")} />;
  const hue = hueOf(name);
  return (
    <span
      aria-hidden="true"
      className={shape}
      style={{
        backgroundColor: `light-dark(oklch(0.93 0.035 ${hue}), oklch(0.34 0.05 ${hue}))`,
        color: `light-dark(oklch(0.4 0.085 ${hue}), oklch(0.88 0.06 ${hue}))`,
      }}
    >
      {initialsOf(name)}
    </span>
  );
}
