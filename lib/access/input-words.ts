import { z } from "zod";
import { orList } from "./choice-words";

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  date: "a moment, such as 2026-03-01T12:00:00Z",
};

const formats: Record<string, string> = {
  email: "an e-mail address",
  url: "an address, such as https://example.com",
  uuid: "an id",
  datetime: "a moment, such as 2026-03-01T12:00:00Z",
  date: "a day, such as 2026-03-01",
};

/**
 * What is said of a field whose schema has no words of its own for this fault; undefined leaves it to zod. Its own speak
 * of expected and received types, to whoever wrote the schema.
 */
function inputWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return "This is missing.";
      return kinds[issue.expected] && `This must be ${kinds[issue.expected]}.`;
    case "invalid_value":
      if (issue.input === undefined) return "This is missing.";
      return issue.values.length > 20 ? undefined : `This must be ${orList(issue.values.map(String))}.`;
    case "invalid_format":
      return formats[issue.format] && `This is not ${formats[issue.format]}.`;
    case "too_small":
      return `This must ${have(issue.origin, issue.minimum, issue.inclusive === false ? "more than" : "at least")}.`;
    case "too_big":
      return `This must ${have(issue.origin, issue.maximum, issue.inclusive === false ? "less than" : "at most")}.`;
    case "invalid_union":
      return issue.input === undefined ? "This is missing." : "This has none of the forms that it may have.";
    default:
      return undefined;
  }
}

function have(origin: string, bound: unknown, how: string): string {
  if (origin === "string") return `have ${how} ${bound} ${bound === 1 ? "character" : "characters"}`;
  if (origin === "array" || origin === "set") return `hold ${how} ${bound}`;
  return `be ${how} ${bound}`;
}

z.config({ customError: inputWords });
