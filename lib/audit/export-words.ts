export const exportFormats = { csv: "CSV, for a spreadsheet", jsonl: "JSON Lines, one entry per line" } as const;
