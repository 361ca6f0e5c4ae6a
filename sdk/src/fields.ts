/** Throws TypeError for what a call does not take, so that nothing is left out without a word. */
export function refuseOthers(others: object): void {
  const [name] = Object.keys(others);
  if (name !== undefined) throw new TypeError(`${name} is no field of this call.`);
}
