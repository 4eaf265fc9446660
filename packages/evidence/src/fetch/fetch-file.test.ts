import { cpSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateSnapshot } from "../commands/update.ts";
import { buildSnapshot } from "../snapshot/build.ts";
import { miniRaw } from "../snapshot/mini-raw.ts";
import { publishedAddresses } from "./addresses.ts";
import { fetchFile } from "./fetch-file.ts";

/** A server that misbehaves in every way the network does. */
const counts = new Map<string, number>();
const files = new Map<string, Uint8Array>();
const BEHAVIOURS: Record<string, (response: ServerResponse, attempt: number) => void> = {
  "/good": (response) => response.setHeader("content-type", "text/csv").end("date,area\n2024-01-01,1\n"),
  "/slow": () => {},
  "/trickle": (response) => {
    response.writeHead(200, { "content-type": "text/csv" });
    const timer = setInterval(() => response.write("x"), 50);
    response.on("close", () => clearInterval(timer));
  },
  "/truncated": (response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write("only this");
    setTimeout(() => response.destroy(), 20);
  },
  "/500": (response) => response.writeHead(500).end("broken"),
  "/403": (response) => response.writeHead(403).end("no"),
  "/busy-once": (response, attempt) => (attempt === 1 ? response.writeHead(429).end() : response.end("at last")),
  "/dead-once": (response, attempt) => (attempt === 1 ? response.destroy() : response.end("at last")),
  "/page": (response) => response.setHeader("content-type", "text/html; charset=utf-8").end("<html>sign in</html>"),
  "/loop": (response) => response.writeHead(302, { location: "/loop" }).end(),
  "/hop": (response) => response.writeHead(301, { location: "/good" }).end(),
  "/to-file": (response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/claims-10-gb": (response) => response.writeHead(200, { "content-length": "10000000000" }).flushHeaders(),
  "/endless": (response) => {
    response.writeHead(200, { "content-type": "text/csv" });
    const piece = Buffer.alloc(65_536, 120);
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
      response.once("drain", more);
    };
    more();
  },
};

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    counts.set(path, (counts.get(path) ?? 0) + 1);
    const file = files.get(path);
    const behaviour = BEHAVIOURS[path];
    if (file !== undefined) response.end(file);
    else if (behaviour !== undefined) behaviour(response, counts.get(path)!);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const quick = { timeout: 300, retries: 1, pause: 5, maxBytes: 1_000_000 };
const failure = { code: "fetch/failed" };

describe("fetching one file", () => {
  it("gives bytes and checksum", async () => {
    const found = await fetchFile(`${base}/good`, quick);
    expect(new TextDecoder().decode(found!.bytes)).toContain("2024-01-01");
    expect(found!.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
  it("follows a redirect", async () => expect((await fetchFile(`${base}/hop`, quick))?.bytes.length).toBe(23));
  it("says undefined for 404, without trying again", async () => {
    expect(await fetchFile(`${base}/none`, quick)).toBeUndefined();
    expect(counts.get("/none")).toBe(1);
  });
  it.each(["/busy-once", "/dead-once"])("tries %s again", async (path) => {
    expect(new TextDecoder().decode((await fetchFile(base + path, quick))!.bytes)).toBe("at last");
  });
  it.each([
    ["/slow", /300 ms/],
    ["/trickle", /300 ms/],
    ["/truncated", /connection failed|only 9 of 1000/],
    ["/500", /500/],
    ["/403", /403/],
    ["/page", /web page/],
    ["/loop", /redirects more than/],
    ["/to-file", /file:/],
    ["/claims-10-gb", /10000000000 bytes/],
    ["/endless", /more than the limit/],
  ])("refuses %s", async (path, reason) => {
    await expect(fetchFile(base + path, quick)).rejects.toMatchObject({
      ...failure,
      place: base + path,
      reason: expect.stringMatching(reason),
    });
  });
  it("does not repeat what will not pass", async () => {
    counts.set("/403", 0);
    await expect(fetchFile(`${base}/403`, quick)).rejects.toMatchObject(failure);
    expect(counts.get("/403")).toBe(1);
  });
  it("refuses a server that is not there", async () => {
    await expect(fetchFile("http://127.0.0.1:9", quick)).rejects.toMatchObject(failure);
  });
});

describe("updating", () => {
  const contents = (folder: string): string =>
    readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), "base64"))
      .join();
  let data: string;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), "logjam-update-"));
    await buildSnapshot({ raw: miniRaw({ weeks: 3 }), out: data });
    const newer = miniRaw({ weeks: 5, after: 3 });
    for (const path of [
      "general-staff/personnel.json",
      "general-staff/equipment.json",
      "kiel/data_explorer.csv",
      "deepstate-daily/deepstatemap_data_20250127.geojson",
      "deepstate-daily/deepstatemap_data_20250203.geojson",
    ]) {
      files.set(`/${path}`, readFileSync(join(newer, path)));
    }
  });
  const copy = (): string => {
    const folder = mkdtempSync(join(tmpdir(), "logjam-update-"));
    cpSync(data, folder, { recursive: true });
    return folder;
  };
  const at =
    (...paths: string[]) =>
    () =>
      paths.map((path) => ({ url: `${base}/${path}`, path }));

  it("takes new files in, falls back a day where there is no map, and says what is absent", async () => {
    const folder = copy();
    const report = await updateSnapshot({
      data: folder,
      today: "2025-02-05",
      fetching: quick,
      addresses: (last, today) => {
        expect([last, today]).toEqual(["2025-01-20", "2025-02-05"]);
        const fallback = {
          url: `${base}/deepstate-daily/deepstatemap_data_20250203.geojson`,
          path: "deepstate-daily/deepstatemap_data_20250203.geojson",
        };
        return [
          ...at("general-staff/personnel.json", "deepstate-daily/deepstatemap_data_20250127.geojson")(),
          { url: `${base}/none`, path: "none", fallbacks: [fallback] },
          { url: `${base}/none`, path: "none" },
        ];
      },
    });
    expect(report).toMatchObject({ applied: true, filesRead: 3, after: "2025-02-03", absent: [`${base}/none`] });
  });
  it("changes nothing when one file of several fails", async () => {
    const folder = copy();
    const options = {
      data: folder,
      today: "2025-02-05",
      fetching: quick,
      addresses: at("general-staff/personnel.json", "truncated"),
    };
    await expect(updateSnapshot(options)).rejects.toMatchObject(failure);
    expect(contents(folder)).toBe(contents(data));
  });
  it("changes nothing when a page that looks like data is none", async () => {
    files.set("/fake.csv", new TextEncoder().encode("maintenance"));
    const folder = copy();
    await expect(
      updateSnapshot({ data: folder, today: "2025-02-05", fetching: quick, addresses: at("fake.csv") }),
    ).rejects.toMatchObject({ code: "import/nothing" });
    expect(contents(folder)).toBe(contents(data));
  });
  it("writes nothing in a dry run", async () => {
    const folder = copy();
    const report = await updateSnapshot({
      data: folder,
      today: "2025-02-05",
      dryRun: true,
      fetching: quick,
      addresses: at("kiel/data_explorer.csv"),
    });
    expect(report.applied).toBe(false);
    expect(report.changes.length).toBeGreaterThan(0);
    expect(contents(folder)).toBe(contents(data));
  });
  it("asks for every Monday after the last map, and for the days before where one is missing", () => {
    const maps = publishedAddresses("2025-12-29", "2026-01-20").filter(({ path }) =>
      path.startsWith("deepstate-daily"),
    );
    expect(maps.map(({ path }) => path.slice(-16, -8))).toEqual(["20260105", "20260112", "20260119"]);
    expect(maps[0]!.fallbacks!.map(({ path }) => path.slice(-16, -8))).toEqual([
      "20260104",
      "20260103",
      "20260102",
      "20260101",
      "20251231",
      "20251230",
    ]);
  });
});
