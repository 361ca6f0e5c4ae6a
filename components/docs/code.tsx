import { useId } from "react";
import { CopyCode } from "@/components/docs/copy-code";
import { highlight } from "@/components/docs/highlight";
import { KeySlot } from "@/components/docs/key-context";
import { classNames } from "@/components/ui/class-names";

export type Sample = { language: string; label: string; code: string };

const shownBy = [
  "peer-checked/one:block",
  "peer-checked/two:block",
  "peer-checked/three:block",
  "peer-checked/four:block",
  "peer-checked/five:block",
];
const peers = ["peer/one", "peer/two", "peer/three", "peer/four", "peer/five"];
const marked = [
  "peer-checked/one:bg-hover peer-checked/one:text-text peer-focus-visible/one:outline-2",
  "peer-checked/two:bg-hover peer-checked/two:text-text peer-focus-visible/two:outline-2",
  "peer-checked/three:bg-hover peer-checked/three:text-text peer-focus-visible/three:outline-2",
  "peer-checked/four:bg-hover peer-checked/four:text-text peer-focus-visible/four:outline-2",
  "peer-checked/five:bg-hover peer-checked/five:text-text peer-focus-visible/five:outline-2",
];

/** The same in several languages: one is shown, chosen without any script. */
export function CodeTabs({ samples }: { samples: Sample[] }) {
  const name = useId();
  const [only] = samples;
  if (samples.length < 2) return only ? <Code {...only} titled /> : null;
  return (
    <fieldset className="my-4 flex min-w-0 flex-wrap overflow-hidden rounded-surface border bg-sunken">
      <legend className="sr-only">Language</legend>
      {samples.map(({ label }, at) => (
        <input
          key={label}
          type="radio"
          name={name}
          id={`${name}${at}`}
          defaultChecked={at === 0}
          className={classNames("sr-only", peers[at])}
        />
      ))}
      {samples.map(({ label }, at) => (
        <label
          key={label}
          htmlFor={`${name}${at}`}
          className={classNames(
            "my-1.5 ml-1.5 flex h-7 cursor-pointer items-center rounded-control px-2.5 text-muted text-table outline-ring touch:h-11",
            marked[at],
          )}
        >
          {label}
        </label>
      ))}
      {samples.map((sample, at) => (
        <div key={sample.label} className={classNames("hidden w-full border-t", shownBy[at])}>
          <Block {...sample} />
        </div>
      ))}
    </fieldset>
  );
}

function Code({ titled, ...sample }: Sample & { titled?: boolean }) {
  return (
    <div className="my-4 overflow-hidden rounded-surface border bg-sunken">
      {titled && sample.label && <p className="border-b px-3 py-1.5 font-mono text-muted text-table">{sample.label}</p>}
      <Block {...sample} />
    </div>
  );
}

function Block({ language, code }: Sample) {
  return (
    <div data-code className="flex items-start">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
        tabIndex={0}
        className="max-h-128 min-w-0 flex-1 overflow-auto px-4 py-3 font-mono text-[0.8125rem] leading-5 -outline-offset-2"
      >
        <code>
          {highlight(code, language).flatMap(({ text, className }, at) =>
            className || text.includes("{{key}}") ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
              <span key={at} className={className || undefined}>
                {text.split("{{key}}").flatMap((part, nth) => (nth === 0 ? [part] : [<KeySlot key={part} />, part]))}
              </span>
            ) : (
              text
            ),
          )}
        </code>
      </pre>
      <CopyCode />
    </div>
  );
}
