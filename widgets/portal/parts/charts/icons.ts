/** On the kit's grid. */
export const tableIcon =
  "M5 4.5h10a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 14V6A1.5 1.5 0 0 1 5 4.5M3.5 8.5h13M3.5 12h13M8.5 8.5v7";
