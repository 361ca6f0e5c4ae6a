import { Button } from "@/components/ui/button";
import { chooseThemeAction } from "@/lib/shell/theme-actions";
import { type Theme, themes } from "@/lib/theme";

const labels: Record<Theme, string> = { light: "Light", dark: "Dark", system: "As my device" };

/** Plain submit buttons: the theme in the menu needs JavaScript, this does not. */
export function ThemeForm({ current }: { current: Theme }) {
  return (
    <form action={chooseThemeAction} className="flex flex-wrap gap-2">
      {themes.map((theme) => (
        <Button
          key={theme}
          type="submit"
          name="theme"
          value={theme}
          aria-pressed={theme === current}
          variant={theme === current ? "primary" : "secondary"}
        >
          {labels[theme]}
        </Button>
      ))}
    </form>
  );
}
