/** A moment as the database spells it. What is spelled in UTC is read in place; everything else as `Date` reads it. */
export function readMoment(text: string): Date {
  const end = text.length - 3;
  if (text.charCodeAt(4) !== dash || text.charCodeAt(10) !== space || !text.endsWith("+00")) return new Date(text);
  const fraction = end > 20 ? number(text, 20, Math.min(end, 23)) * (end === 21 ? 100 : end === 22 ? 10 : 1) : 0;
  const [year, month, day] = [number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)];
  const [hours, minutes, seconds] = [number(text, 11, 13), number(text, 14, 16), number(text, 17, 19)];
  if (year < 1000) return new Date(text); // Date.UTC takes years below 100 for others
  return new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds, fraction));
}

const [dash, space, zero] = [0x2d, 0x20, 0x30];

function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - zero;
  return value;
}
