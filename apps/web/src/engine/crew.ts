/** The workers as one: started, joined with each other, watched, and started anew when one falls silent. */
import type { FromCrew, ToCrew } from "./protocol.ts";

/** The part of a Web Worker that is used; tests bring their own. */
export interface CrewWorker {
  postMessage(message: ToCrew, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<FromCrew>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface CrewOptions {
  readonly size: number;
  readonly start: () => CrewWorker;
  readonly hear: (message: FromCrew) => void;
  /** A worker died or fell silent while it had work; all are gone and new ones stand ready. */
  readonly renewed: (reason: string) => void;
  readonly now: () => number;
}

/** A crew that has work tells of every block, and none takes this long. Where one died, the others end up waiting for it. */
const LONGEST_SILENCE = 4_000;
const LOOK_EVERY = 500;

export class Crew {
  readonly size: number;
  readonly #options: CrewOptions;
  #workers: CrewWorker[] = [];
  #heard = 0;
  #busy = false;
  #looked = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: CrewOptions) {
    this.size = options.size;
    this.#options = options;
    this.#start();
  }

  send(message: ToCrew): void {
    for (const worker of this.#workers) worker.postMessage(message, []);
  }

  /** While the crew has work its silence means something. */
  setBusy(busy: boolean): void {
    if (busy && !this.#busy) this.#heard = this.#options.now();
    this.#busy = busy;
    if (busy && this.#timer === undefined) {
      this.#looked = this.#options.now();
      this.#timer = setInterval(() => this.#look(), LOOK_EVERY);
    } else if (!busy) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  close(): void {
    this.setBusy(false);
    for (const worker of this.#workers) worker.terminate();
    this.#workers = [];
  }

  #start(): void {
    const { size, start, hear } = this.#options;
    this.#workers = Array.from({ length: size }, start);
    this.#heard = this.#options.now();
    const ports = this.#workers.map(() => new Array<MessagePort | undefined>(size).fill(undefined));
    for (let a = 0; a < size; a++)
      for (let b = a + 1; b < size; b++) {
        const { port1, port2 } = new MessageChannel();
        ports[a]![b] = port1;
        ports[b]![a] = port2;
      }
    this.#workers.forEach((worker, index) => {
      worker.onmessage = ({ data }) => {
        this.#heard = this.#options.now();
        hear(data);
      };
      worker.onerror = (event) => this.#renew(event.message || "a worker could not be started");
      const own = ports[index]!;
      worker.postMessage(
        { join: { index, size, ports: own } },
        own.filter((port) => port !== undefined),
      );
    });
  }

  #look(): void {
    const now = this.#options.now();
    const asleep = now - this.#looked > 3 * LOOK_EVERY;
    this.#looked = now;
    // A tab that slept wakes with old clocks: everyone gets their time anew.
    if (asleep) this.#heard = now;
    else if (now - this.#heard > LONGEST_SILENCE) this.#renew("a worker fell silent");
  }

  #renew(reason: string): void {
    for (const worker of this.#workers) {
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
    }
    this.#start();
    this.#options.renewed(reason);
  }
}
