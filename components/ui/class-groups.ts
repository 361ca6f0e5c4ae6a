import { type createTailwindMerge, validators } from "tailwind-merge";

type Groups = ReturnType<Parameters<typeof createTailwindMerge>[0]>;

const { isAny, isArbitrarySize, isArbitraryLength, isNumber } = validators;
const sizes = ["xs", "sm", "base", "lg", "xl", "2xl", "3xl", "table", isArbitraryLength];
const widths = ["", isNumber];

/** Groups whose classes are their name and any value. */
const valued = `aspect inset inset-x inset-y top right bottom left z basis order grid-cols grid-rows col-start row-start
  gap gap-x gap-y p px py ps pe pt pr pb pl m mx my ms me mt mr mb ml space-x space-y size w min-w max-w h min-h max-h
  tracking leading line-clamp underline-offset opacity duration ease delay animate translate-x translate-y rotate scale
  cursor border-spacing outline-offset`;
const sides = ["", "-x", "-y", "-t", "-r", "-b", "-l"];
const corners = ["", "-t", "-r", "-b", "-l"];

/**
 * The kinds of Tailwind classes that this product uses: of two of a kind the later wins. The library's own list is of all
 * of Tailwind and would ride with every page; class-names.test.ts holds this one to it, for every class in the source.
 */
export function classGroups(): Groups {
  return {
    cacheSize: 500,
    theme: {},
    classGroups: {
      ...Object.fromEntries(valued.split(/\s+/).map((name) => [name, [{ [name]: [isAny] }]])),
      display: [
        "block",
        "inline-block",
        "inline",
        "flex",
        "inline-flex",
        "grid",
        "inline-grid",
        "table",
        "contents",
        "hidden",
      ],
      sr: ["sr-only", "not-sr-only"],
      position: ["static", "fixed", "absolute", "relative", "sticky"],
      visibility: ["visible", "invisible", "collapse"],
      isolation: ["isolate", "isolation-auto"],
      "object-fit": [{ object: ["contain", "cover", "fill", "none"] }],
      overflow: [{ overflow: ["auto", "hidden", "clip", "visible", "scroll"] }],
      "overflow-x": [{ "overflow-x": [isAny] }],
      "overflow-y": [{ "overflow-y": [isAny] }],
      overscroll: [{ overscroll: [isAny] }],
      "scroll-mt": [{ "scroll-mt": [isAny] }],
      "flex-direction": [{ flex: ["row", "row-reverse", "col", "col-reverse"] }],
      "flex-wrap": [{ flex: ["nowrap", "wrap", "wrap-reverse"] }],
      flex: [{ flex: [isNumber, "auto", "initial", "none"] }],
      grow: [{ grow: widths }],
      shrink: [{ shrink: widths }],
      "col-start-end": [{ col: ["auto", { span: [isAny] }] }],
      "row-start-end": [{ row: ["auto", { span: [isAny] }] }],
      "justify-content": [{ justify: ["normal", "start", "end", "center", "between", "around", "evenly", "stretch"] }],
      "justify-self": [{ "justify-self": [isAny] }],
      "justify-items": [{ "justify-items": [isAny] }],
      columns: [{ columns: [isAny] }],
      "align-content": [{ content: ["normal", "start", "end", "center", "between", "around", "evenly", "stretch"] }],
      "align-items": [{ items: [isAny] }],
      "align-self": [{ self: [isAny] }],
      "place-items": [{ "place-items": [isAny] }],
      "font-size": [{ text: sizes }],
      "font-style": ["italic", "not-italic"],
      "font-weight": [{ font: ["normal", "medium", "semibold", "bold"] }],
      "font-family": [{ font: ["sans", "mono"] }],
      "fvn-normal": ["normal-nums"],
      "fvn-spacing": ["proportional-nums", "tabular-nums"],
      "list-style-type": [{ list: [isAny] }],
      "text-alignment": [{ text: ["left", "center", "right", "justify", "start", "end"] }],
      "text-wrap": [{ text: ["wrap", "nowrap", "balance", "pretty"] }],
      "text-overflow": ["truncate", "text-ellipsis", "text-clip"],
      "text-transform": ["uppercase", "lowercase", "capitalize", "normal-case"],
      "text-decoration": ["underline", "overline", "line-through", "no-underline"],
      "text-decoration-color": [{ decoration: [isAny] }],
      "text-color": [{ text: [isAny] }],
      "vertical-align": [{ align: [isAny] }],
      whitespace: [{ whitespace: [isAny] }],
      break: [{ break: ["normal", "words", "all", "keep"] }],
      wrap: [{ wrap: [isAny] }],
      "break-inside": [{ "break-inside": [isAny] }],
      "bg-color": [{ bg: [isAny] }],
      rounded: [{ rounded: ["", isAny] }],
      ...Object.fromEntries(corners.slice(1).map((side) => [`rounded${side}`, [{ [`rounded${side}`]: ["", isAny] }]])),
      ...Object.fromEntries(
        sides.flatMap((side) => [
          [`border-w${side}`, [{ [`border${side}`]: [...widths, isArbitrarySize, isArbitraryLength] }]],
          [`border-color${side}`, [{ [`border${side}`]: [isAny] }]],
        ]),
      ),
      "border-style": [{ border: ["solid", "dashed", "dotted", "double", "hidden", "none"] }],
      "border-collapse": [{ border: ["collapse", "separate"] }],
      "divide-x": [{ "divide-x": widths }],
      "divide-y": [{ "divide-y": widths }],
      "divide-color": [{ divide: [isAny] }],
      "outline-style": [{ outline: ["solid", "dashed", "none", "hidden"] }],
      "outline-w": [{ outline: widths }],
      "outline-color": [{ outline: [isAny] }],
      shadow: [{ shadow: ["xs", "sm", "md", "lg", "float", "none"] }],
      transition: [{ transition: ["", isAny] }],
      appearance: [{ appearance: [isAny] }],
      "pointer-events": [{ "pointer-events": [isAny] }],
      resize: [{ resize: ["", isAny] }],
      select: [{ select: [isAny] }],
      fill: [{ fill: [isAny] }],
      "stroke-w": [{ stroke: [isNumber] }],
      stroke: [{ stroke: [isAny] }],
    },
    conflictingClassGroups: {
      overflow: ["overflow-x", "overflow-y"],
      inset: ["inset-x", "inset-y", "top", "right", "bottom", "left"],
      "inset-x": ["right", "left"],
      "inset-y": ["top", "bottom"],
      flex: ["basis", "grow", "shrink"],
      gap: ["gap-x", "gap-y"],
      p: ["px", "py", "ps", "pe", "pt", "pr", "pb", "pl"],
      px: ["ps", "pe", "pr", "pl"],
      py: ["pt", "pb"],
      m: ["mx", "my", "ms", "me", "mt", "mr", "mb", "ml"],
      mx: ["ms", "me", "mr", "ml"],
      my: ["mt", "mb"],
      size: ["w", "h"],
      "font-size": ["leading"],
      "fvn-normal": ["fvn-spacing"],
      "fvn-spacing": ["fvn-normal"],
      "line-clamp": ["display", "overflow"],
      rounded: corners.slice(1).map((side) => `rounded${side}`),
      "border-w": sides.slice(1).map((side) => `border-w${side}`),
      "border-w-x": ["border-w-r", "border-w-l"],
      "border-w-y": ["border-w-t", "border-w-b"],
      "border-color": sides.slice(1).map((side) => `border-color${side}`),
      "border-color-x": ["border-color-r", "border-color-l"],
      "border-color-y": ["border-color-t", "border-color-b"],
    },
    conflictingClassGroupModifiers: { "font-size": ["leading"] },
    orderSensitiveModifiers: ["*", "**", "after", "before", "file", "marker", "placeholder", "selection"],
  };
}
