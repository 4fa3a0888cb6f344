import { type Regime, regimes, type UnionKind, unionKinds } from '../../domain/words.ts';
import type { Union } from './use-family.ts';

/** A union as typed into a form; what isn't known is empty. */
export type TypedUnion = { kind: string; regime: string; start: string; end: string };

export const noUnionYet: TypedUnion = { kind: 'marriage', regime: '', start: '', end: '' };

export const typedUnionOf = ({ kind, regime, start, end }: Union): TypedUnion => ({
  kind,
  regime: regime ?? '',
  start: start ?? '',
  end: end ?? '',
});

/** What the API takes of it: a marriage alone has a regime. */
export const unionBody = ({ kind, regime, start, end }: TypedUnion) => ({
  kind: unionKinds.find((one) => one === kind) ?? ('marriage' satisfies UnionKind),
  regime: kind === 'marriage' ? (regimes.find((one): one is Regime => one === regime) ?? null) : null,
  start: start || null,
  end: end || null,
});
