/** Entry of a crew's Web Worker. */
import type { FromCrew, Part, ToCrew } from "../protocol.ts";
import { breather } from "./breathe.ts";
import { CrewMember } from "./crew-member.ts";

interface Scope {
  onmessage: ((event: MessageEvent<ToCrew>) => void) | null;
  postMessage(message: FromCrew, transfer: Transferable[]): void;
}
const scope = globalThis as unknown as Scope;
let member: CrewMember | undefined;

scope.onmessage = ({ data }) => {
  if (!("join" in data)) {
    member?.receive(data);
    return;
  }
  const { index, size, ports } = data.join;
  const joined = new CrewMember(index, size, {
    tell: (message, transfer) => scope.postMessage(message, transfer),
    pass: (to, part) =>
      ports[to]?.postMessage(part, [part.fans.buffer as ArrayBuffer, part.flags.buffer as ArrayBuffer]),
    breathe: breather(),
  });
  for (const port of ports)
    if (port !== undefined) port.onmessage = (event: MessageEvent<Part>) => joined.take(event.data);
  member = joined;
};
