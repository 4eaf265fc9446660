import { createHash } from "node:crypto";
import { errors } from "../errors.ts";
import { FILE_LIMIT_BYTES } from "../text/decode.ts";

export interface FetchOptions {
  /** For the whole of one attempt, milliseconds. */
  readonly timeout?: number;
  /** Attempts after the first, for failures that may pass (server errors, broken connections, timeouts). */
  readonly retries?: number;
  /** Pause before a retry, milliseconds; doubled each time. */
  readonly pause?: number;
  readonly maxBytes?: number;
}

const REDIRECT_LIMIT = 5;
const DEFAULTS = { timeout: 30_000, retries: 2, pause: 500, maxBytes: FILE_LIMIT_BYTES } as const;

export interface Fetched {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A failure that another attempt may mend. */
class Passing extends Error {}

/** Fetches one file whole, or throws `fetch/failed` and keeps nothing. Undefined when the server says it has none (404). */
export async function fetchFile(url: string, options: FetchOptions = {}): Promise<Fetched | undefined> {
  const { timeout, retries, pause, maxBytes } = { ...DEFAULTS, ...options };
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(url, timeout, maxBytes);
    } catch (cause) {
      if (!(cause instanceof Passing)) throw cause;
      if (attempt >= retries) throw errors.fetchFailed(url, `${cause.message} (${attempt + 1} attempts).`);
      await new Promise((resolve) => setTimeout(resolve, pause * 2 ** attempt));
    }
  }
}

async function once(url: string, timeout: number, maxBytes: number): Promise<Fetched | undefined> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeout);
  try {
    const response = await follow(url, controller.signal);
    if (response.status === 404) return undefined;
    if (response.status >= 500 || response.status === 429) throw new Passing(`the server answers ${response.status}`);
    if (!response.ok) throw errors.fetchFailed(url, `The server answers ${response.status}.`);
    checkHeaders(url, response, maxBytes);
    const bytes = await readBody(url, response, maxBytes);
    return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
  } catch (cause) {
    if (controller.signal.aborted) throw new Passing(`no answer within ${timeout} ms`);
    if (cause instanceof TypeError)
      throw new Passing(`the connection failed: ${((cause.cause as Error | undefined) ?? cause).message}`);
    throw cause;
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

/** Follows redirects by hand, to count them and to refuse any but http and https. */
async function follow(url: string, signal: AbortSignal): Promise<Response> {
  let at = new URL(url);
  for (let hop = 0; hop <= REDIRECT_LIMIT; hop++) {
    if (at.protocol !== "https:" && at.protocol !== "http:")
      throw errors.fetchFailed(url, `It redirects to ${at.protocol}, which is not followed.`);
    const response = await fetch(at, { redirect: "manual", signal });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    at = new URL(location, at);
  }
  throw errors.fetchFailed(url, `It redirects more than ${REDIRECT_LIMIT} times.`);
}

function checkHeaders(url: string, response: Response, maxBytes: number): void {
  const type = response.headers.get("content-type") ?? "";
  if (/text\/html|application\/xhtml/.test(type))
    throw errors.fetchFailed(url, `The server sends a web page (${type}) instead of data.`);
  const length = Number(response.headers.get("content-length") ?? 0);
  if (length > maxBytes)
    throw errors.fetchFailed(url, `The server announces ${length} bytes, more than the limit of ${maxBytes}.`);
}

async function readBody(url: string, response: Response, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > maxBytes) throw errors.fetchFailed(url, `The server sends more than the limit of ${maxBytes} bytes.`);
    pieces.push(piece);
  }
  const announced = response.headers.get("content-length");
  const packed = response.headers.get("content-encoding") !== null;
  if (announced !== null && !packed && Number(announced) !== size)
    throw new Passing(`only ${size} of ${announced} bytes came`);
  return Buffer.concat(pieces);
}
