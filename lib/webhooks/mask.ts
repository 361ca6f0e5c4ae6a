const secrets = [
  /\b(?:key|whsec|sk|rk|pk|ghp|xox[a-z])_[\w+/=.-]{8,}/g,
  /\b(?:bearer|basic|token)\s+[\w+/=.~-]{8,}/gi,
  /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  /(?<=["']?(?:password|secret|token|api_?key|authorization)["']?\s*[:=]\s*["']?)[^\s"',}]{4,}/gi,
];

/** What a receiver answered, without what looks like a secret. */
export function masked(answer: string): string {
  return answer === "" ? "" : secrets.reduce((text, secret) => text.replace(secret, "[hidden]"), answer);
}
