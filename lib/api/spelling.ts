/** Fields are `snake_case` outside; inside, code spells them `camelCase`. */
export function outsideName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `settings.timeZone` as the caller spelled it. */
export function outsidePath(path: string): string {
  return path.split(".").map(outsideName).join(".");
}
