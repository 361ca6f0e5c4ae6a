"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { chooseTheme, shownTheme } from "@/components/shell/theme-cookie";
import { MenuRadio } from "@/components/ui/menu";
import { type Theme, themeOf } from "@/lib/theme";

const options = [
  { value: "light", label: "Light", icon: <Sun className="size-4" /> },
  { value: "dark", label: "Dark", icon: <Moon className="size-4" /> },
  { value: "system", label: "As my device", icon: <Monitor className="size-4" /> },
];

/** Stands inside a Menu. */
export function ThemeToggle() {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(shownTheme()), []);
  return (
    <MenuRadio
      label="Theme"
      value={theme}
      options={options}
      onValueChange={(value) => {
        const next = themeOf(value);
        setTheme(next);
        chooseTheme(next);
      }}
    />
  );
}
