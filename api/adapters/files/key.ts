const shape = /^[a-z0-9_]+(\/[a-zA-Z0-9_.-]+)+$/;

/** Throws unless the key is one that the port allows: it can then be a path or an object name as it is. */
export function checkKey(key: string): void {
  const dotted = key.split("/").some((part) => /^\.+$/.test(part));
  if (key.length > 512 || !shape.test(key) || dotted || key.includes("..")) {
    throw new Error(`not a file key: ${JSON.stringify(key.slice(0, 80))}`);
  }
}
