import slugify from "@sindresorhus/slugify";
import { isValidSlug } from "@/lib/hosts";

const longest = 40;
const shortest = 3;

/** Whether a text can be an organization's address. `xn-` is kept for international domains. */
export function isAllowedSlug(slug: string): boolean {
  return isValidSlug(slug) && !slug.startsWith("xn-");
}

/**
 * The address that a name stands for: transliterated, lower case, words joined by hyphens. A name of which nothing is
 * left (scripts without letters, pictures) gets a short word made from it, the same one every time.
 */
export function slugOf(name: string): string {
  const plain = slugify(name.normalize("NFKC"), { decamelize: false });
  const cut = trimEnd(plain.replace(/^xn-/, "x-").slice(0, longest));
  if (cut === "") return `org-${fingerprint(name)}`;
  return cut.length < shortest ? `${cut}-org` : cut;
}

/** `acme`, `acme-2`, `acme-3` …: the addresses to try for a name, in order, without the ones that nobody can take. */
export function* slugCandidates(name: string, most = 200): Generator<string> {
  const base = slugOf(name);
  for (let number = 1; number <= most; number += 1) {
    const candidate = numbered(base, number);
    if (isAllowedSlug(candidate)) yield candidate;
  }
}

function numbered(base: string, number: number): string {
  if (number === 1) return base;
  const ending = `-${number}`;
  return trimEnd(base.slice(0, longest - ending.length)) + ending;
}

function trimEnd(text: string): string {
  return text.replace(/-+$/, "");
}

/** FNV-1a, 32 bit (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv): short and the same everywhere, no secret. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.normalize("NFKC").trim()))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36).padStart(7, "0");
}
