type Ordered = { method: string; path: string };

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const isName = (segment: string) => segment.startsWith("{");

/**
 * As one looks for them: list, create, get, change, delete; then what is done with one record, then what lies beside it,
 * each address in the same order again.
 */
export function inOrder<Each extends Ordered>(operations: Each[]): Each[] {
  const [first] = operations;
  if (!first) return [];
  const shortest = Math.min(...operations.map(({ path }) => segmentsOf(path).length));
  const common = segmentsOf(first.path).slice(0, Math.max(1, shortest - 1));
  const at = common.filter((segment, nth) => operations.every(({ path }) => segmentsOf(path)[nth] === segment)).length;
  const places = placesOf(operations, at);
  const paths = [...new Set(operations.map(({ path }) => path))];
  return operations
    .map((each) => ({
      each,
      place: placeOf(segmentsOf(each.path).slice(at), places),
      path: paths.indexOf(each.path),
      method: methods.indexOf(each.method),
    }))
    .sort((a, b) => a.place - b.place || a.path - b.path || a.method - b.method)
    .map(({ each }) => each);
}

const segmentsOf = (path: string) => path.split("/").filter(Boolean);

/** Addresses beside the records, in the order in which they are declared. */
function placesOf(operations: Ordered[], at: number): string[] {
  return [...new Set(operations.map(({ path }) => segmentsOf(path).slice(at)).map(([first = ""]) => first))];
}

function placeOf([first, ...rest]: string[], places: string[]): number {
  if (first === undefined) return 0;
  if (isName(first)) return rest.length === 0 ? 1 : 2;
  const [second, ...deeper] = rest;
  const inside = second === undefined ? 0 : isName(second) ? (deeper.length === 0 ? 1 : 2) : 3;
  return 10 * (places.indexOf(first) + 1) + inside;
}
