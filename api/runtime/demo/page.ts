/** Stands in the demo site's script tag where a customer pastes its own key. */
const placeholder = "YOUR-PUBLISHABLE-KEY";

export const isDemo = (path: string): boolean => path === "/demo" || path === "/demo/";

/** The demo site as its owner would have written it: with the publishable key of the demo tenant in it. */
export async function withKey(page: Response, key: string): Promise<Response> {
  const headers = new Headers(page.headers);
  for (const name of ["content-length", "content-encoding", "etag"]) headers.delete(name);
  headers.set("cache-control", "no-store");
  return new Response((await page.text()).replace(placeholder, key), { headers });
}
