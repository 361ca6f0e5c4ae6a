/** What `toISOString` makes of a moment, for answers that hold hundreds of them: it is most of what spelling them out costs. */
export function writeMoment(moment: Date): string {
  const year = moment.getUTCFullYear();
  if (!(year >= 1000 && year <= 9999)) return moment.toISOString();
  const day = `${year}-${two(moment.getUTCMonth() + 1)}-${two(moment.getUTCDate())}`;
  const time = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}:${two(moment.getUTCSeconds())}`;
  const milliseconds = moment.getUTCMilliseconds();
  return `${day}T${time}.${milliseconds < 100 ? "0" : ""}${two(milliseconds)}Z`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
