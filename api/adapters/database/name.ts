/** Whether a database may bear this name: it becomes a file name, a namespace and part of a host name. */
export function isName(name: string): boolean {
  return /^[a-z0-9_]{1,64}$/.test(name);
}

export function checkName(name: string): string {
  if (!isName(name)) throw new TypeError(`${JSON.stringify(name)} is not a database name`);
  return name;
}
