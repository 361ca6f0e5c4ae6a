const turns = new Map<string, Promise<unknown>>();

/**
 * Work of one name, one after the other in this process: whoever repeats a request waits here, without a connection of the
 * database. Other processes wait in the database itself.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(name, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(name) === mine) turns.delete(name);
  }
}
