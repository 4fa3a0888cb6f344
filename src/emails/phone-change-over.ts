import type { Language } from '../domain/words.ts';
import type { Template } from './content.ts';
import type { EmailData } from './email.ts';
import { automatic } from './phrases.ts';

const why: Record<Language, Record<EmailData['phone_change_over']['reason'], string>> = {
  fr: {
    refused: 'La demande d’un nouveau numéro de téléphone pour votre compte a été refusée.',
    cancelled: 'La demande d’un nouveau numéro de téléphone pour votre compte a été annulée.',
    expired:
      'La demande d’un nouveau numéro de téléphone pour votre compte a expiré : personne ne l’a confirmée à temps.',
  },
  nl: {
    refused: 'De aanvraag van een nieuw telefoonnummer voor uw account werd geweigerd.',
    cancelled: 'De aanvraag van een nieuw telefoonnummer voor uw account werd geannuleerd.',
    expired:
      'De aanvraag van een nieuw telefoonnummer voor uw account is vervallen: niemand heeft ze tijdig bevestigd.',
  },
  en: {
    refused: 'The request for a new phone number of your account has been refused.',
    cancelled: 'The request for a new phone number of your account has been cancelled.',
    expired: 'The request for a new phone number of your account has expired: nobody confirmed it in time.',
  },
};

/** R15: a change of number came to nothing. */
export const phoneChangeOver: Template<'phone_change_over'> = {
  fr: ({ reason, url }) => ({
    subject: 'Votre numéro de téléphone reste inchangé',
    preheader: 'La demande n’a pas abouti.',
    heading: 'Votre numéro reste inchangé',
    paragraphs: [
      'Bonjour,',
      why.fr[reason],
      'Votre numéro reste celui d’avant. Si la demande ne venait pas de vous, changez votre mot de passe : quelqu’un le connaît.',
    ],
    button: { label: 'Voir mon compte', url },
    footnote: automatic.fr,
  }),
  nl: ({ reason, url }) => ({
    subject: 'Uw telefoonnummer blijft ongewijzigd',
    preheader: 'De aanvraag is niet doorgegaan.',
    heading: 'Uw nummer blijft ongewijzigd',
    paragraphs: [
      'Goedendag,',
      why.nl[reason],
      'Uw nummer blijft wat het was. Kwam de aanvraag niet van u, wijzig dan uw wachtwoord: iemand kent het.',
    ],
    button: { label: 'Mijn account bekijken', url },
    footnote: automatic.nl,
  }),
  en: ({ reason, url }) => ({
    subject: 'Your phone number stays as it is',
    preheader: 'The request came to nothing.',
    heading: 'Your number stays as it is',
    paragraphs: [
      'Hello,',
      why.en[reason],
      'Your number is what it was. If the request wasn’t yours, change your password: somebody knows it.',
    ],
    button: { label: 'See my account', url },
    footnote: automatic.en,
  }),
};
