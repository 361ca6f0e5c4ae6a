import type { Operation } from "./reference";
import type { Row, Same } from "./schema-rows";

/** Fewer fields than that are sooner read again than looked up. */
const worth = 4;

/** Leaves out the fields that stand further up on the page, and says where. */
export function saidOnce(operations: Operation[]): Operation[] {
  const answers = new Map<string, Same>();
  const bodies = new Map<string, Same>();
  return operations.map((operation) => {
    const here = { title: operation.summary, href: `#${operation.anchor}` };
    const body = once(operation.body, bodies, here);
    const answer = once(operation.answer, answers, here);
    return {
      ...operation,
      ...{ body: body.rows, bodySame: body.same, answer: answer.rows, answerSame: answer.same },
      answerExample: answer.same ? undefined : operation.answerExample,
    };
  });
}

type Said = { rows: Row[]; same?: Same };

function once(rows: Row[], said: Map<string, Same>, here: Same): Said {
  const shape = shapeOf(rows);
  const before = rows.length < worth ? undefined : said.get(shape);
  if (before) return { rows: [], same: { ...before, optional: rows.every(({ required }) => !required) } };
  said.set(shape, here);
  return { rows: rows.map((row) => within(row, said, here)) };
}

function within(row: Row, said: Map<string, Same>, here: Same): Row {
  return { ...row, ...once(row.rows, said, { ...here, title: row.name === "data" ? here.title : row.name }) };
}

/** Names and kinds of the fields, whether one may leave them out or not. */
function shapeOf(rows: Row[]): string {
  return rows.map(({ name, type, values, rows: inner }) => `${name} ${type} ${values} (${shapeOf(inner)})`).join();
}
