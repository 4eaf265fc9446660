import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { portTaken } from "../errors.ts";
import { type StaticServer, serveFolder } from "./static-server.ts";

const top = mkdtempSync(join(tmpdir(), "logjam-serve-"));
const folder = join(top, "site");
let server: StaticServer;

beforeAll(async () => {
  mkdirSync(join(folder, "assets"), { recursive: true });
  mkdirSync(join(folder, ".hidden"));
  writeFileSync(join(top, "secret.txt"), "secret");
  writeFileSync(join(folder, "index.html"), "<p>start</p>");
  writeFileSync(join(folder, ".hidden/secret.txt"), "secret");
  writeFileSync(join(folder, "assets/main-0a1b2c3d.js"), "export {};");
  writeFileSync(join(folder, "kernel.wasm"), new Uint8Array([0, 97, 115, 109]));
  writeFileSync(join(folder, "odd name.bin"), "x");
  symlinkSync(join(top, "secret.txt"), join(folder, "way-out.txt"));
  server = await serveFolder(folder, 0);
});
afterAll(async () => {
  await server.close();
  rmSync(top, { recursive: true });
});

/** A request as it is written: `fetch` would tidy the path up. */
function ask(path: string, method = "GET", headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(server.address);
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("end", () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(pieces) }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("the server of a folder", () => {
  it("gives files with their types, and a folder's start page", async () => {
    const start = await ask("/");
    expect([start.status, start.headers["content-type"], String(start.body)]).toEqual([
      200,
      "text/html; charset=utf-8",
      "<p>start</p>",
    ]);
    expect((await ask("/kernel.wasm")).headers["content-type"]).toBe("application/wasm");
    expect(String((await ask("/odd%20name.bin?x=1")).body)).toBe("x");
  });

  it("lets only what is named by its content be kept for good", async () => {
    expect((await ask("/assets/main-0a1b2c3d.js")).headers["cache-control"]).toContain("immutable");
    expect((await ask("/")).headers["cache-control"]).toBe("no-cache");
    expect((await ask("/kernel.wasm")).headers["cache-control"]).toBe("no-cache");
  });

  it("squeezes for whoever understands it", async () => {
    const squeezed = await ask("/", "GET", { "accept-encoding": "gzip, br" });
    expect(squeezed.headers["content-encoding"]).toBe("br");
    expect(String(brotliDecompressSync(squeezed.body))).toBe("<p>start</p>");
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "/way-out.txt",
    "/.hidden/secret.txt",
    "/%00",
    "/%E0%A4%A",
    "/nothing",
    "/assets",
    "//secret.txt",
  ])("finds nothing at %s", async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(String(answer.body)).toBe("Not found.\n");
  });

  it("only gives: nothing is taken", async () => {
    expect((await ask("/", "POST")).status).toBe(405);
    const head = await ask("/", "HEAD");
    expect([head.status, head.headers["content-length"], head.body.length]).toEqual([200, "12", 0]);
  });

  it("says so where the port is taken", async () => {
    const port = Number(new URL(server.address).port);
    await expect(serveFolder(folder, port)).rejects.toThrow(portTaken(port, "EADDRINUSE").message);
  });
});
