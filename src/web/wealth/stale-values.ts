import type { Stale } from '../shell/stale.ts';
import type { WholeItem } from './use-inventory.ts';

type Values = WholeItem['values'];

/** Of a stale save of an item: of its history only the values that somebody else changed, added or removed. */
export function withValuesApart(stale: Stale): Stale {
  const history = stale.changed.find(({ field }) => field === 'values');
  if (!history) return stale;
  const [was, is] = [history.was as Values, history.is as Values];
  const missingIn = (others: Values) => (value: Values[number]) =>
    !others.some(({ cents, valuedOn }) => cents === value.cents && valuedOn === value.valuedOn);
  const apart = { field: 'values', was: was.filter(missingIn(is)), is: is.filter(missingIn(was)) };
  // The newest value is one of them.
  const others = stale.changed.filter(({ field }) => field !== 'values' && field !== 'value');
  return { ...stale, changed: [...others, apart] };
}
