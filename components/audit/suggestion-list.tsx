import { classNames } from "@/components/ui/class-names";
import { popupStyles } from "@/components/ui/popup-styles";
import type { Suggestion } from "@/lib/audit/suggestion-rules";

type SuggestionListProps = {
  id: string;
  optionId: (at: number) => string;
  open: boolean;
  options: Suggestion[];
  active: number;
  onChoose: (text: string) => void;
};

export function SuggestionList({ id, optionId, open, options, active, onChoose }: SuggestionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      hidden={!open}
      className={classNames(popupStyles, "absolute top-full right-0 left-0 z-30 mt-1 max-h-80 overflow-y-auto p-1")}
    >
      {options.map(({ text, hint }, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
        <div
          key={text}
          id={optionId(at)}
          role="option"
          aria-selected={at === active}
          // The field must not lose the focus before the click has happened.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(text);
          }}
          className={classNames(
            "flex min-h-8 cursor-default items-baseline gap-3 rounded-control px-2.5 py-1.5 hover:bg-hover touch:min-h-11 touch:items-center",
            at === active && "bg-hover",
          )}
        >
          <span className="shrink-0 font-mono text-table">{text}</span>
          <span className="min-w-0 truncate text-muted text-table">{hint}</span>
        </div>
      ))}
    </div>
  );
}
