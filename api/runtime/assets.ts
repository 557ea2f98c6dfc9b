import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { assetHeaders, fileFor } from "./pages.ts";

/** Where the built files of the portal, the widgets, the demo site and the docs lie. */
export const dist = join(import.meta.dirname, "../../widgets/dist");

interface Asset {
  bytes: Buffer;
  etag: string;
  type: string;
  modified: number;
  packed: Map<string, Buffer>;
}

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const kept = new Map<string, Asset>();

/** The built file for an address; `undefined` when there is none. */
export async function serveAsset(request: Request): Promise<Response | undefined> {
  if (request.method !== "GET" && request.method !== "HEAD") return undefined;
  const path = new URL(request.url).pathname;
  const name = fileFor(path);
  const asset = name === undefined ? undefined : await load(name);
  if (!asset || name === undefined) return undefined;
  const headers: Record<string, string> = { ...assetHeaders(name), etag: asset.etag, vary: "Accept-Encoding" };
  if (request.headers.get("if-none-match") === asset.etag) return new Response(null, { status: 304, headers });
  const encoding = acceptable(request.headers.get("accept-encoding") ?? "", asset);
  const body = encoding ? await packed(asset, encoding) : asset.bytes;
  if (encoding) headers["content-encoding"] = encoding;
  headers["content-length"] = String(body.length);
  return new Response(request.method === "HEAD" ? null : (body as Uint8Array<ArrayBuffer>), { headers });
}

async function load(name: string): Promise<Asset | undefined> {
  const path = join(dist, name);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const known = kept.get(name);
  if (known?.modified === found.mtimeMs) return known;
  const bytes = await readFile(path);
  const asset: Asset = {
    bytes,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    type: assetHeaders(name)["content-type"] ?? "",
    modified: found.mtimeMs,
    packed: new Map(),
  };
  kept.set(name, asset);
  return asset;
}

function acceptable(header: string, asset: Asset): "br" | "gzip" | undefined {
  if (asset.bytes.length < 512 || !/^(text|application\/(json|yaml)|image\/svg)/.test(asset.type)) return undefined;
  if (/\bbr\b/.test(header)) return "br";
  return /\bgzip\b/.test(header) ? "gzip" : undefined;
}

async function packed(asset: Asset, encoding: "br" | "gzip"): Promise<Buffer> {
  let body = asset.packed.get(encoding);
  if (!body) {
    body =
      encoding === "br"
        ? await pack.br(asset.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
        : await pack.gzip(asset.bytes);
    asset.packed.set(encoding, body);
  }
  return body;
}
