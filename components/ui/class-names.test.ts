import { readdirSync, readFileSync } from "node:fs";
import { extendTailwindMerge } from "tailwind-merge";
import { expect, it } from "vitest";
import { classNames } from "@/components/ui/class-names";

const whole = extendTailwindMerge({
  extend: {
    classGroups: {
      "font-size": [{ text: ["table"] }],
      rounded: [{ rounded: ["control", "surface"] }],
      shadow: [{ shadow: ["float"] }],
    },
  },
});

/** Properties of style sheets that stand in texts, and are spelled like classes. */
const noClasses = new Set(["font-size", "filter", "blur"]);

/** Every word of the source that is a Tailwind class of some kind: two of the same are one. */
function classesOfSource(): string[] {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const words = files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("ui/class-"))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/"([^"\n]*)"|`([^`]*)`/g)].flatMap(([, quoted, template]) =>
        (quoted ?? template ?? "").split(/[\s${}]+/),
      ),
    );
  return [...new Set(words)].filter((word) => !noClasses.has(word) && whole(`${word} ${word}`) === word && word !== "");
}

it("knows the kind of every class of the source", () => {
  expect(classesOfSource().filter((word) => classNames(`${word} ${word}`) !== word)).toEqual([]);
});

it("merges every class of the source as the library's own list of all of Tailwind does", () => {
  const classes = classesOfSource();
  expect(classes.length).toBeGreaterThan(400);
  // Lists by a fixed die, so that nearly every class meets nearly every other, in both orders.
  let die = 7;
  const thrown = () => {
    die = (die * 16_807) % 2_147_483_647;
    return classes[die % classes.length];
  };
  for (let time = 0; time < 1000; time++) {
    const list = Array.from({ length: 40 }, thrown).join(" ");
    expect(classNames(list)).toBe(whole(list));
  }
});
