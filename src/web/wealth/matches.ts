import { holdsWords } from '../shell/plain.ts';
import type { Item } from './use-inventory.ts';

/** Whether each word that was searched for is somewhere in an item's name, description, kind or owners. */
export function matches(item: Item, search: string, words: string[]): boolean {
  return holdsWords([item.name, item.description ?? '', item.currency, ...words].join(' '), search);
}
