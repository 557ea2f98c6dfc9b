export const en = {
  tableOf: "{title}, as a table",
  asTable: "Show {title} as a table",
  asChart: "Show {title} as a chart",
  csv: "Download {title} as CSV",
  point: "{label}: {value}",
} as const;
