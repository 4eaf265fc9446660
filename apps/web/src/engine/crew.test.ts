import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Crew, type CrewWorker } from "./crew.ts";
import type { FromCrew, ToCrew } from "./protocol.ts";

class FakeWorker implements CrewWorker {
  readonly got: ToCrew[] = [];
  gone = false;
  onmessage: ((event: MessageEvent<FromCrew>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  postMessage(message: ToCrew): void {
    this.got.push(message);
  }
  terminate(): void {
    this.gone = true;
  }
  say(message: FromCrew): void {
    this.onmessage?.({ data: message } as MessageEvent<FromCrew>);
  }
}

const block: FromCrew = { block: { id: 1, of: "run" } };

describe("a crew", () => {
  let workers: FakeWorker[];
  let renewed: string[];
  let crew: Crew;
  let heard: FromCrew[];
  beforeEach(() => {
    vi.useFakeTimers();
    workers = [];
    renewed = [];
    heard = [];
    crew = new Crew({
      size: 2,
      start: () => {
        const worker = new FakeWorker();
        workers.push(worker);
        return worker;
      },
      hear: (message) => heard.push(message),
      renewed: (reason) => renewed.push(reason),
      now: () => Date.now(),
    });
  });
  afterEach(() => {
    crew.close();
    vi.useRealTimers();
  });

  it("joins every worker with every other", () => {
    const joins = workers.map(({ got }) => got[0]!);
    expect(joins.map((join) => "join" in join && [join.join.index, join.join.size])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(joins.map((join) => "join" in join && join.join.ports.map((port) => port !== undefined))).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it("is started anew when all fall silent with work in hand, and not before", () => {
    crew.setBusy(true);
    for (let i = 0; i < 8; i++) {
      vi.advanceTimersByTime(1_000);
      workers[0]!.say(block);
    }
    expect(renewed).toEqual([]);
    vi.advanceTimersByTime(5_000);
    expect(renewed).toEqual(["a worker fell silent"]);
    expect(workers.map(({ gone }) => gone)).toEqual([true, true, false, false]);
    expect(heard.length).toBe(8);
    // What the old ones still had under way is not heard.
    workers[0]!.say(block);
    expect(heard.length).toBe(8);
  });

  it("may be silent without work", () => {
    vi.advanceTimersByTime(60_000);
    crew.setBusy(true);
    vi.advanceTimersByTime(1_000);
    crew.setBusy(false);
    vi.advanceTimersByTime(60_000);
    expect(renewed).toEqual([]);
  });

  it("is given its time anew when the tab wakes from sleep", () => {
    crew.setBusy(true);
    vi.advanceTimersByTime(1_000);
    // The clock has gone on, the timers have not.
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(3_000);
    expect(renewed).toEqual([]);
    vi.advanceTimersByTime(3_000);
    expect(renewed.length).toBe(1);
  });

  it("is started anew when a worker cannot be", () => {
    workers[1]!.onerror?.({ message: "no memory" } as ErrorEvent);
    expect(renewed).toEqual(["no memory"]);
    expect(workers.length).toBe(4);
  });
});
