import { maskedPhone } from '../../domain/contact.ts';
import { sendCode } from '../codes.ts';
import { isoInstant } from '../fields.ts';
import { route } from '../route.ts';
import { cancelByLink, cancelOwn } from './cancel.ts';
import { confirmChange } from './confirm.ts';
import { findByToken, findToProve } from './find-by-token.ts';
import { listWaiting } from './list-waiting.ts';
import { proveNumber } from './prove.ts';
import { refuseChange } from './refuse.ts';
import {
  ConfirmedChange,
  PhoneChangesToConfirm,
  PhoneChangeView,
  ProveNumber,
  ProvenNumber,
} from './schema.ts';

const tag = 'Lost phone';
const open = { open: true, limited: true } as const;
const judging = ['not_found', 'own_phone_change', 'opened_too_recently', 'phone_change_over'] as const;

/** What becomes of a new number that `POST /api/auth/lost-phone` asked for (R15). */
export const phoneChangeRoutes = [
  route({
    method: 'get',
    path: '/api/phone-changes',
    tag,
    summary: 'The new numbers that I may confirm or refuse',
    status: 200,
    answer: PhoneChangesToConfirm,
    problems: [],
    handle: listWaiting,
  }),
  route({
    method: 'post',
    path: '/api/phone-changes/:change/confirm',
    tag,
    summary: 'Confirm somebody else’s new number: it takes effect in 24 hours',
    status: 200,
    answer: ConfirmedChange,
    problems: [...judging, 'already_confirmed'],
    handle: confirmChange,
  }),
  route({
    method: 'post',
    path: '/api/phone-changes/:change/refuse',
    tag,
    summary: 'Refuse somebody else’s new number, as long as it has not taken effect',
    status: 204,
    problems: judging,
    handle: refuseChange,
  }),
  route({
    method: 'get',
    path: '/api/phone-changes/:token',
    tag,
    summary: 'What a link from an e-mail or a text message is about; looking consumes nothing',
    ...open,
    status: 200,
    answer: PhoneChangeView,
    problems: ['not_found'],
    handle: async ({ db }, { params }) => {
      const { state, way, newPhone, expiresAt, effectiveAt } = await findByToken(db.sql, params.token);
      return {
        body: {
          state: state as 'asked' | 'waiting' | 'confirmed',
          way,
          newPhone: maskedPhone(newPhone),
          expiresAt: isoInstant(expiresAt)!,
          effectiveAt: isoInstant(effectiveAt),
        },
      };
    },
  }),
  route({
    method: 'post',
    path: '/api/phone-changes/:token/code',
    tag,
    summary: 'Prove the address: a code is sent to the new number',
    ...open,
    status: 204,
    problems: ['not_found', 'number_proven', 'too_many_codes', 'text_message_failed'],
    handle: async (services, { params }) => {
      const { id, newPhone: phone, language } = await findToProve(services.db.sql, params.token);
      await sendCode(services, { id, phone, language });
      return undefined;
    },
  }),
  route({
    method: 'post',
    path: '/api/phone-changes/:token',
    tag,
    summary: 'Prove the new number by its code: somebody else is asked to confirm it',
    ...open,
    status: 200,
    body: ProveNumber,
    answer: ProvenNumber,
    problems: ['not_found', 'number_proven', 'bad_code', 'too_many_tries', 'invalid'],
    handle: proveNumber,
  }),
  route({
    method: 'post',
    path: '/api/phone-changes/:token/cancel',
    tag,
    summary: 'Cancel the new number, by the link from the e-mail or the text message',
    ...open,
    status: 204,
    problems: ['not_found'],
    handle: cancelByLink,
  }),
  route({
    method: 'post',
    path: '/api/me/phone-change/cancel',
    tag,
    summary: 'Cancel the new number that was asked for my account',
    status: 204,
    problems: ['not_found'],
    handle: cancelOwn,
  }),
];
