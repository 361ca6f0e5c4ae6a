import { cva, type VariantProps } from "class-variance-authority";

export const buttonStyles = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control border font-medium transition-colors duration-100 disabled:pointer-events-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55 aria-busy:opacity-100! [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover",
        secondary: "border-border bg-surface text-text shadow-xs hover:bg-hover data-[popup-open]:bg-hover",
        ghost: "border-transparent text-text hover:bg-hover data-[popup-open]:bg-hover",
        danger: "border-transparent bg-danger-solid text-on-danger hover:bg-danger-hover",
      },
      size: {
        sm: "h-8 px-2.5 text-table touch:h-11",
        md: "h-9 px-3.5 text-sm touch:h-11",
        lg: "h-11 px-5 text-sm touch:h-12",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonStyle = VariantProps<typeof buttonStyles>;
