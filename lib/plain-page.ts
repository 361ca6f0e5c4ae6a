/** A whole page of one sentence, for answers that no component draws. The sentence is ours, never a visitor's text. */
export function plainPage(sentence: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Berth</title><p>${sentence}</p></html>`;
}

export const plainPageType = "text/html; charset=utf-8";
