import { type LineFacts, refusalOfRight, refusalOfUntil, refusalToTouch } from '../../domain/access.ts';
import { type Right, rights } from '../../domain/words.ts';
import type { Body } from '../body.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { save } from './carry-out.ts';
import { changeLine, type Decide, type Party, permit } from './line-change.ts';
import { previewLine } from './preview.ts';

type Contact = { email?: string | undefined; phone?: string | undefined };
type Given = { right: Right; until?: string | null | undefined; message?: string | null | undefined };
type PersonRequest = Request<{ d: string; p: string }, undefined, Given & Contact>;
type AdvisorRequest = Request<{ d: string; a: string }, undefined, Given>;

/** Gives, changes, corrects or withdraws a person's access (R2 to R6, R10 to R13). @returns the line */
export const savePersonRight = (services: Services, request: PersonRequest) =>
  changeLine(services, request, ...ofPerson(request));

/** Gives, changes or withdraws an advisor's access, with the contact data he is registered with (R6). @returns the line */
export const saveAdvisorRight = (services: Services, request: AdvisorRequest) =>
  changeLine(services, request, ...ofAdvisor(request));

/** What `savePersonRight` would do and send. */
export const previewPersonRight = (services: Services, request: PersonRequest) =>
  previewLine(services, request, ...ofPerson(request));

/** What `saveAdvisorRight` would do and send. */
export const previewAdvisorRight = (services: Services, request: AdvisorRequest) =>
  previewLine(services, request, ...ofAdvisor(request));

/** Where a save applies, the address that would have access, and how it is decided. */
type Save = [dossierId: string, party: Party, email: string | null, decide: Decide];

const ofPerson = ({ body, params }: PersonRequest): Save => [
  params.d,
  { kind: 'person', id: params.p },
  body.peek()?.email ?? null,
  (change) => {
    permitBody(change.facts, body);
    return save(change, body.get());
  },
];

const ofAdvisor = ({ body, params }: AdvisorRequest): Save => [
  params.d,
  { kind: 'advisor', id: params.a },
  null,
  (change) => {
    permitBody(change.facts, body);
    const { email, phone } = change.line;
    return save(change, { email: email!, phone: phone!, ...body.get() });
  },
];

/** Permission comes before validation; where the right asked for decides, its shape is read first. */
function permitBody(facts: LineFacts, body: Body<unknown>): void {
  permit(refusalToTouch(facts));
  const right = rights.find((known) => known === body.field('right'));
  if (right) permit(refusalOfRight(facts, right));
  permit(refusalOfUntil(facts, body.field('until')));
}
