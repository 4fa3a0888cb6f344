import { ProblemAlert } from './problem-alert.tsx';
import { type Stale, staleOf } from './stale.ts';
import { StaleAlert } from './stale-alert.tsx';

type Props<Thing> = {
  error: unknown;
  /** Whether the fields say it already. */
  isBeside: boolean;
  /** What is told of what somebody else has changed, where that isn't all. */
  changed?: (stale: Stale) => Stale;
  /** The name of a field, and what stood in it, in the reader's words. */
  describe: (field: string, value: unknown) => { label: string; text: string };
  /** What was typed gives way to the thing as it is now. */
  onTakeTheirs: (current: Thing) => void;
  /** What was typed is saved over the version that the thing has now. */
  onKeepMine: (version: number) => void;
};

/** Why a change wasn't saved: somebody else was first (412), with the choice that this leaves; or what went wrong. */
export function RefusedSave<Thing>({
  error,
  isBeside,
  changed = (stale) => stale,
  describe,
  onTakeTheirs,
  onKeepMine,
}: Props<Thing>) {
  const stale = staleOf(error);
  if (stale) {
    return (
      <StaleAlert
        stale={changed(stale)}
        describe={describe}
        onTakeTheirs={() => onTakeTheirs(stale.current as Thing)}
        onKeepMine={() => onKeepMine(stale.version)}
      />
    );
  }
  return error && !isBeside ? <ProblemAlert error={error} /> : null;
}
