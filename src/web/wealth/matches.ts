import { plain } from '../shell/plain.ts';
import type { Item } from './use-inventory.ts';

/** Whether each word that was searched for is somewhere in an item's name, description, kind or owners. */
export function matches(item: Item, search: string, words: string[]): boolean {
  const text = plain([item.name, item.description ?? '', item.currency, ...words].join(' '));
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
