import type { ArgsDef, CommandDef, Resolvable, SubCommandsDef } from "citty";

/**
 * What of a command line nobody knows, as a sentence: a command asked about with `--help`, or an option. Undefined where all
 * of it is known; the rest citty says itself.
 */
export async function unknownIn(command: CommandDef, words: string[]): Promise<string | undefined> {
  let at: CommandDef = command;
  let path = "berth";
  let left = words;
  for (;;) {
    const below: SubCommandsDef | undefined = await resolved(at.subCommands);
    const [word = "", ...rest] = left;
    if (!below || word === "" || word.startsWith("-")) break;
    const next = await resolved(below[word]);
    if (!next)
      return left.includes("--help") || left.includes("-h") ? `There is no command ${path} ${word}.` : undefined;
    [at, path, left] = [next, `${path} ${word}`, rest];
  }
  const known: ArgsDef = (await resolved(at.args)) ?? {};
  const names = new Set(["help", "h", "version", "v", ...Object.keys(known)]);
  const strange = optionsOf(left).find((name) => !names.has(name) && !names.has(name.replace(/^no-/, "")));
  return strange && `There is no option --${strange}. See ${path} --help.`;
}

function optionsOf(words: string[]): string[] {
  const end = words.indexOf("--");
  return words
    .slice(0, end < 0 ? undefined : end)
    .filter((word) => /^--?[a-z]/.test(word))
    .map((word) => word.replace(/^--?/, "").replace(/=.*$/s, ""));
}

async function resolved<T>(given: Resolvable<T> | undefined): Promise<T | undefined> {
  return typeof given === "function" ? await (given as () => T | Promise<T>)() : await given;
}
