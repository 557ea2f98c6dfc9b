const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".yaml": "application/yaml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".md": "text/markdown; charset=utf-8",
};

/** Pages whose address holds more than a file's name. */
const pages: readonly [RegExp, string][] = [
  [/^\/portal(\/(?!assets\/).*)?$/, "portal/index.html"],
  [/^\/demo\/?$/, "demo/index.html"],
  [/^\/track\/[^/]+$/, "pages/track.html"],
  [/^\/manage\/[^/]+$/, "pages/manage.html"],
  [/^\/waitlist\/[^/]+$/, "pages/waitlist.html"],
  [/^\/docs\/?$/, "docs/index.html"],
  [/^\/docs\/([a-z-]+)$/, "docs/$1.html"],
];

/** Headers of a built file. Names under `chunks/` hold a hash of their content and never change. */
export function assetHeaders(name: string): Record<string, string> {
  return {
    "content-type": types[name.slice(name.lastIndexOf("."))] ?? "application/octet-stream",
    "cache-control": name.startsWith("chunks/")
      ? "public, max-age=31536000, immutable"
      : "public, max-age=0, must-revalidate",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    ...(name.endsWith(".html")
      ? pageHeaders(name)
      : { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" }),
  };
}

/** The built file for a path; `undefined` when the path cannot mean one. */
export function fileFor(path: string): string | undefined {
  for (const [pattern, target] of pages) if (pattern.test(path)) return path.replace(pattern, target);
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const name = decoded.replace(/^\/+/, "");
  return /^[\w-][\w.-]*(\/[\w-][\w.-]*)*\.\w+$/.test(name) ? name : undefined;
}

/** A page of ours loads from itself alone; nobody may frame it. */
function pageHeaders(name: string): Record<string, string> {
  const policy = [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self' ws: wss:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    ...(name.startsWith("portal/") ? { "x-robots-tag": "noindex" } : {}),
  };
}
