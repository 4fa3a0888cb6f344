/** Asks a part whether it answers. Resolves to a word for operators; never throws. */
export type Probe = () => Promise<'ok' | 'away'>;

/** A probe that gives a part two seconds. */
export const probe =
  (ask: () => Promise<unknown>): Probe =>
  async () => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('late')), 2_000);
    });
    try {
      await Promise.race([ask(), late]);
      return 'ok';
    } catch {
      return 'away';
    } finally {
      clearTimeout(timer);
    }
  };
