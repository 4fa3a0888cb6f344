import { writeFile } from 'node:fs/promises';
import { routes } from '../routes.ts';
import { openApiDocument } from './document.ts';

/** Where the document is kept; a test holds it to the schemas. */
export const documentFile = new URL('../../../openapi.json', import.meta.url);

/** The document as it is kept and served. */
export const documentText = () => `${JSON.stringify(openApiDocument(routes), null, 2)}\n`;

if (import.meta.main) await writeFile(documentFile, documentText());
