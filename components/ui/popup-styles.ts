/** Everything that floats: raised surface, shadow, 120 ms on the way in and nothing on the way out. */
export const popupStyles =
  "z-50 max-h-[min(28rem,var(--available-height))] overflow-y-auto rounded-surface bg-raised text-text shadow-float outline-none data-[open]:animate-appear";

export const menuItemStyles =
  "flex min-h-8 w-full cursor-default select-none items-center gap-2.5 rounded-control px-2 py-1.5 text-left text-sm outline-none data-[highlighted]:bg-hover [&[data-disabled]:not([data-disabled=false])]:opacity-50 touch:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0";
