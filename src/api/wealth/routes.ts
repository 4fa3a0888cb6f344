import { route } from '../route.ts';
import { addItem } from './add-item.ts';
import { changeItem } from './change-item.ts';
import { mediaType } from './csv/columns.ts';
import { exportItems } from './csv/export-items.ts';
import { importItems } from './csv/import-items.ts';
import { previewItems } from './csv/preview-items.ts';
import { listItems, readItem } from './read-items.ts';
import { removeItem } from './remove-item.ts';
import { removeValue } from './remove-value.ts';
import { AddItem, ChangeItem, ImportedItems, Inventory, Preview, WholeItem } from './schema.ts';

const tag = 'Wealth';
const seen = ['not_found', 'number_unconfirmed', 'not_permitted'] as const;
const file = { type: mediaType, limit: 1024 * 1024 };
const versioned = <T extends { version: number }>(body: T) => ({ body, version: body.version });

export const wealthRoutes = [
  route({
    method: 'get',
    path: '/api/dossiers/:d/wealth/items',
    tag,
    summary: 'The wealth inventory, whole, with its totals',
    status: 200,
    answer: Inventory,
    problems: seen,
    handle: async (services, request) => ({ body: await listItems(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/wealth/items',
    tag,
    summary: 'Enter an asset or a debt',
    status: 201,
    creates: true,
    body: AddItem,
    answer: WholeItem,
    problems: [...seen, 'invalid', 'too_many'],
    handle: async (services, request) => versioned(await addItem(services, request)),
  }),
  route({
    method: 'get',
    path: '/api/dossiers/:d/wealth/items/csv',
    tag,
    summary: 'The inventory as a CSV file, each item with its newest value',
    status: 200,
    download: mediaType,
    problems: seen,
    handle: async (services, request) => ({ body: await exportItems(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/wealth/items/csv',
    tag,
    summary: 'Enter every line of a CSV file, or none',
    status: 201,
    creates: true,
    file,
    answer: ImportedItems,
    problems: [...seen, 'bad_file', 'too_many'],
    handle: async (services, request) => ({ body: await importItems(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/wealth/items/csv/preview',
    tag,
    summary: 'What a CSV file would add, and the lines that it would be refused for',
    status: 200,
    file,
    answer: Preview,
    problems: [...seen, 'bad_file', 'too_many'],
    handle: async (services, request) => ({ body: await previewItems(services, request) }),
  }),
  route({
    method: 'get',
    path: '/api/dossiers/:d/wealth/items/:i',
    tag,
    summary: 'An item with the history of its value',
    status: 200,
    answer: WholeItem,
    problems: seen,
    handle: async (services, request) => versioned(await readItem(services, request)),
  }),
  route({
    method: 'patch',
    path: '/api/dossiers/:d/wealth/items/:i',
    tag,
    summary: 'Change an item; the value of another day is added to its history',
    status: 200,
    versioned: true,
    body: ChangeItem,
    answer: WholeItem,
    problems: [...seen, 'invalid', 'too_many'],
    handle: async (services, request) => versioned(await changeItem(services, request)),
  }),
  route({
    method: 'delete',
    path: '/api/dossiers/:d/wealth/items/:i',
    tag,
    summary: 'Remove an item; donations keep their link to it',
    status: 204,
    versioned: true,
    problems: seen,
    handle: removeItem,
  }),
  route({
    method: 'delete',
    path: '/api/dossiers/:d/wealth/items/:i/values/:v',
    tag,
    summary: 'Remove a mistyped value from an item’s history',
    status: 200,
    versioned: true,
    answer: WholeItem,
    problems: [...seen, 'last_value'],
    handle: async (services, request) => versioned(await removeValue(services, request)),
  }),
];
