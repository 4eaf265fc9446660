/** A folder as a small web server for this machine alone: files as they are, nothing else. */
import { createReadStream } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { portTaken } from "../errors.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
/** These are squeezed already. */
const SQUEEZED = new Set([".png", ".woff2"]);
const LARGEST_SQUEEZED = 4_000_000;
/** A file with its content's hash in its name never changes. */
const NAMED_BY_CONTENT = /[-.][\w-]{8,}\.\w+$/;

export interface StaticServer {
  readonly address: string;
  close(): Promise<void>;
}

const squeeze = promisify(brotliCompress);

/** Serves `folder` on 127.0.0.1; `port` 0 takes any free one. Errors: `serve/port` where it is taken. */
export async function serveFolder(folder: string, port: number): Promise<StaticServer> {
  const root = await realpath(folder);
  const squeezed = new Map<string, Promise<Buffer>>();
  const server = createServer((request, response) => {
    respond(root, squeezed, request, response).catch(() => response.headersSent || plain(response, 500, "Fault"));
  });
  await listen(server, port);
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" || error.code === "EACCES" ? portTaken(port, error.code) : error);
    });
    server.listen(port, "127.0.0.1", resolve);
  });

async function respond(
  root: string,
  squeezed: Map<string, Promise<Buffer>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return plain(response, 405, "Only GET and HEAD are understood");
  }
  const path = await fileFor(root, request.url ?? "/");
  if (path === undefined) return plain(response, 404, "Not found");
  const extension = extname(path);
  const about = await stat(path);
  response.setHeader("Content-Type", TYPES[extension] ?? "application/octet-stream");
  response.setHeader("X-Content-Type-Options", "nosniff");
  const lasting = NAMED_BY_CONTENT.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
  response.setHeader("Cache-Control", lasting);
  response.setHeader("Vary", "Accept-Encoding");
  const accepts = /\bbr\b/.test(String(request.headers["accept-encoding"] ?? ""));
  if (accepts && !SQUEEZED.has(extension) && about.size <= LARGEST_SQUEEZED) {
    const key = `${path} ${about.mtimeMs}`;
    const body = squeezed.get(key) ?? readFile(path).then((bytes) => squeeze(bytes, QUALITY));
    squeezed.set(key, body);
    const bytes = await body;
    response.setHeader("Content-Encoding", "br");
    response.setHeader("Content-Length", bytes.length);
    response.writeHead(200).end(request.method === "HEAD" ? undefined : bytes);
    return;
  }
  response.setHeader("Content-Length", about.size);
  response.writeHead(200);
  if (request.method === "HEAD") response.end();
  else
    createReadStream(path)
      .on("error", () => response.destroy())
      .pipe(response);
}

/** Quick, and within a few per cent of the best. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The file that an address names, or undefined: none, hidden, or outside the folder however it is written. */
async function fileFor(root: string, url: string): Promise<string | undefined> {
  let name: string;
  try {
    name = decodeURIComponent(url.split(/[?#]/)[0]!);
  } catch {
    return undefined;
  }
  if (name.includes("\0") || name.split(/[/\\]/).some((piece) => piece.startsWith("."))) return undefined;
  const wanted = join(root, name, name.endsWith("/") ? "index.html" : "");
  const path = await realpath(wanted).catch(() => undefined);
  if (path?.startsWith(root + sep) !== true) return undefined;
  const about = await stat(path).catch(() => undefined);
  return about?.isFile() === true ? path : undefined;
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${text}.\n`);
}
