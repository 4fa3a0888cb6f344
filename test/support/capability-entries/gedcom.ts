import type { Entry } from './entry.ts';

const path = '/api/dossiers/:d/family/gedcom';
const file = {
  type: 'text/vnd.familysearch.gedcom',
  content: '0 HEAD\n1 GEDC\n2 VERS 7.0\n0 @I1@ INDI\n1 NAME Léa /Dupont/\n0 TRLR\n',
};

export const gedcom: Entry[] = [
  { route: `get ${path}`, needs: ['family', 'read'], ok: 200 },
  { route: `post ${path}`, needs: ['family', 'write'], request: () => ({ file }), ok: 201 },
  { route: `post ${path}/preview`, needs: ['family', 'write'], request: () => ({ file }), ok: 200 },
];
