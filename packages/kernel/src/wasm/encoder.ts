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
    const out: number[] = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
    section(out, 1, [vector(types)]);
    section(out, 3, [vector(this.#functions.map((_, i) => unsigned(i)))]);
    section(out, 5, [[1, 0, ...unsigned(Math.max(1, Math.ceil(memoryBytes / PAGE)))]]);
    section(out, 7, [vector([[...text("memory"), 2, 0], ...exports])]);
    section(out, 10, [unsigned(bodies.length), ...bodies.flatMap((body) => [unsigned(body.length), body])]);
    if (data.length > 0) section(out, 11, [vector(data)]);
    return Uint8Array.from(out);
  }
}

/** Appends a section byte by byte: spreading large bodies into calls would overflow the stack. */
function section(out: number[], id: number, parts: readonly (readonly number[])[]): void {
  let length = 0;
  for (const part of parts) length += part.length;
  out.push(id, ...unsigned(length));
  for (const part of parts) for (const byte of part) out.push(byte);
}
