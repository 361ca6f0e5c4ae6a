"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { type KeyResource, keyResources, type Level, resourceNames } from "@/lib/keys/scope-schema";

export type Givable = Record<KeyResource, Level[]>;
type Choice = "none" | Level;
type Choices = Record<KeyResource, Choice>;

const words: Record<Choice, string> = { none: "None", read: "Read", write: "Write" };
const choices: Choice[] = ["none", "read", "write"];

/** A level for each resource. What you may not do yourself cannot be chosen. */
export function ScopeMatrix({ givable }: { givable: Givable }) {
  const [chosen, setChosen] = useState(() => allAt(givable, "read"));
  const shown = resourceNames.filter((name) => givable[name].length > 0);
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">Access</span>
        <span className="flex gap-1.5">
          {choices.map((choice) => (
            <Button key={choice} size="sm" type="button" onClick={() => setChosen(allAt(givable, choice))}>
              {choice === "none" ? "None" : `${words[choice]} all`}
            </Button>
          ))}
        </span>
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
        tabIndex={0}
        aria-label="Access by resource"
        className="max-h-64 overflow-y-auto rounded-surface border bg-surface"
      >
        <table className="w-full text-table">
          <thead className="sticky top-0 bg-sunken">
            <tr>
              <th scope="col" className="px-3 py-1.5 text-left font-medium text-muted">
                Resource
              </th>
              {choices.map((choice) => (
                <th key={choice} scope="col" className="w-16 px-2 py-1.5 text-center font-medium text-muted">
                  {words[choice]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-border">
            {shown.map((name) => (
              <tr key={name} className="hover:bg-hover">
                <th scope="row" className="px-3 py-1.5 text-left font-normal">
                  {keyResources[name]}
                </th>
                {choices.map((choice) => (
                  <td key={choice} className="px-2 text-center">
                    <label className="inline-flex size-8 cursor-pointer items-center justify-center touch:size-11">
                      <span className="sr-only">
                        {keyResources[name]}: {words[choice]}
                      </span>
                      <input
                        type="radio"
                        name={`scopes.${name}`}
                        value={choice}
                        checked={chosen[name] === choice}
                        disabled={choice !== "none" && !givable[name].includes(choice)}
                        onChange={() => setChosen({ ...chosen, [name]: choice })}
                        className="size-4 appearance-none rounded-full border border-control bg-surface checked:border-[5px] checked:border-accent disabled:opacity-30"
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-1.5 text-muted text-table">Write includes read. A key never does more than you may yourself.</p>
    </div>
  );
}

/** Each resource at this level, or the one below it that can be given. */
function allAt(givable: Givable, choice: Choice): Choices {
  const at = (name: KeyResource): Choice => {
    if (choice === "none") return "none";
    if (givable[name].includes(choice)) return choice;
    return givable[name].includes("read") ? "read" : "none";
  };
  return Object.fromEntries(resourceNames.map((name) => [name, at(name)])) as Choices; // each name is there
}
