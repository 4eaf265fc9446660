import { signed, text, unsigned, vector } from "./bytes.ts";
import { Code } from "./code.ts";
import { VALUE_TYPES, type ValueType } from "./opcodes.ts";

interface FunctionEntry {
  readonly parameters: readonly ValueType[];
  readonly code: Code;
  readonly exportName: string | undefined;
}

/** One piece of memory that is filled when the module is instantiated. */
export interface DataSegment {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

const PAGE = 65536;

/** Writes the bytes of a WebAssembly module: functions without results, one exported memory, data segments. */
export class ModuleEncoder {
  readonly #functions: FunctionEntry[] = [];
  readonly #data: DataSegment[] = [];

  /** Adds a function; `build` writes its body. Returns its index, to be called by. */
  add(parameters: readonly ValueType[], build: (code: Code) => void, exportName?: string): number {
    const code = new Code(parameters.length);
    build(code);
    this.#functions.push({ parameters, code, exportName });
    return this.#functions.length - 1;
  }

  data(segment: DataSegment): void {
    if (segment.bytes.length > 0) this.#data.push(segment);
  }

  /** @param memoryBytes least size of the memory; it may grow. Exported as "memory". */
  finish(memoryBytes: number): Uint8Array<ArrayBuffer> {
    const types = this.#functions.map((f) => [0x60, ...vector(f.parameters.map((t) => [VALUE_TYPES[t]])), 0]);
    const exports = this.#functions.flatMap((f, i) =>
      f.exportName === undefined ? [] : [[...text(f.exportName), 0, ...unsigned(i)]],
    );
    const bodies = this.#functions.map((f) => f.code.finish());
    const data = this.#data.map((d) => [
      0,
      0x41,
      ...signed(BigInt(d.offset)),
      0x0b,
      ...unsigned(d.bytes.length),
      ...d.bytes,
    ]);
    const parts: (readonly number[])[] = [[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]];
    parts.push(...section(1, [vector(types)]));
    parts.push(...section(3, [vector(this.#functions.map((_, i) => unsigned(i)))]));
    parts.push(...section(5, [[1, 0, ...unsigned(Math.max(1, Math.ceil(memoryBytes / PAGE)))]]));
    parts.push(...section(7, [vector([[...text("memory"), 2, 0], ...exports])]));
    parts.push(...section(10, [unsigned(bodies.length), ...bodies.flatMap((body) => [unsigned(body.length), body])]));
    if (data.length > 0) parts.push(...section(11, [vector(data)]));
    return joined(parts);
  }
}

/** A section: its number, its length in bytes, its content. */
function section(id: number, parts: readonly (readonly number[])[]): (readonly number[])[] {
  return [[id, ...unsigned(lengthOf(parts))], ...parts];
}

const lengthOf = (parts: readonly (readonly number[])[]): number => parts.reduce((sum, part) => sum + part.length, 0);

function joined(parts: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
