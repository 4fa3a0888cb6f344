import type { Ended } from './child.ts';

/** A part of the system that has been started. */
type Part = { name: string; ended: Promise<Ended>; stop(): Promise<void> };

/** Asked to end, by Ctrl-C or a signal. */
export class Interrupted extends Error {}

export type Run = {
  /** Aborts when all has to end, with the reason: `Interrupted`, or the Error of a part that ended by itself. */
  signal: AbortSignal;
  end(reason: Error): void;
  /** Starts a part, with a line when it is ready; from then on its end is the end of all. */
  start<T extends Omit<Part, 'name'>>(name: string, starting: () => Promise<T>): Promise<T>;
  /** Does a step that leaves nothing running. */
  step<T>(name: string, doing: () => Promise<T>): Promise<T>;
  /** Ends the parts that were started, the last one first. */
  stopAll(): Promise<void>;
};

/** The parts that are running, and their common end. */
export function createRun(say: (line: string) => void): Run {
  const controller = new AbortController();
  const { signal } = controller;
  const parts: Part[] = [];

  async function step<T>(name: string, doing: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const begun = performance.now();
    const done = await doing();
    say(`${name.padEnd(12)} ready (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    return done;
  }

  async function start<T extends Omit<Part, 'name'>>(name: string, starting: () => Promise<T>): Promise<T> {
    return step(name, async () => {
      const part = await starting();
      parts.push({ name, ended: part.ended, stop: part.stop });
      void part.ended.then(({ code }) =>
        controller.abort(new Error(`${name} ended by itself, with code ${code}.`)),
      );
      return part;
    });
  }

  async function stopAll(): Promise<void> {
    for (const part of parts.splice(0).reverse()) {
      await part.stop();
      say(`${part.name.padEnd(12)} stopped`);
    }
  }

  return { signal, end: (reason) => controller.abort(reason), start, step, stopAll };
}
