import { type Route, route } from '../route.ts';
import { exportFamily } from './export-family.ts';
import { importFamily } from './import-family.ts';
import { previewImport } from './preview-import.ts';
import { GedcomImported, GedcomPreview, gedcomType, Version } from './schema.ts';

const tag = 'Family';
const path = '/api/dossiers/:d/family/gedcom';
const seen = ['not_found', 'number_unconfirmed', 'not_permitted'] as const;
const refusingFiles = ['bad_file', 'impossible_tree', 'too_many'] as const;
/** 10 MB. */
const file = { type: gedcomType, limit: 10_000_000 };

export const gedcomRoutes: Route[] = [
  route({
    method: 'post',
    path: `${path}/preview`,
    tag,
    summary: 'What a GEDCOM file would add to the family, and what of it is left out; nothing is written',
    status: 200,
    file,
    answer: GedcomPreview,
    problems: [...seen, ...refusingFiles],
    handle: async (services, request) => ({ body: await previewImport(services, request) }),
  }),
  route({
    method: 'post',
    path,
    tag,
    summary:
      'Add the family of a GEDCOM file (5.5, 5.5.1 or 7), all of it or nothing; who is there stays as he is',
    status: 201,
    creates: true,
    file,
    answer: GedcomImported,
    problems: [...seen, ...refusingFiles],
    handle: async (services, request) => ({ body: await importFamily(services, request) }),
  }),
  route({
    method: 'get',
    path,
    tag,
    summary: 'The family as a GEDCOM file, version 7 or 5.5.1',
    status: 200,
    query: Version,
    download: gedcomType,
    problems: [...seen, 'invalid'],
    handle: async (services, request) => ({ body: await exportFamily(services, request) }),
  }),
];
