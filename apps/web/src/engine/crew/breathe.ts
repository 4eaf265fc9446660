/** Lets messages in: resolves after those that stand in line, without the waits that timers have. */
export function breather(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let wake: () => void = () => undefined;
  port1.onmessage = () => wake();
  return () =>
    new Promise((resolve) => {
      wake = resolve;
      port2.postMessage(0);
    });
}
