import { allowed } from './allowances.ts';
import type { Template } from './content.ts';
import { automatic, capacity, lasting, quoted, rightName } from './phrases.ts';

/** R10: tells an existing account of a new access, and of the number to confirm where it isn't the account's. */
export const newAccess: Template<'new_access'> = {
  fr: ({ firmName, giverName, dossierName, right, until, as, message, numberToConfirm, url }) => ({
    subject: 'Nouvel accès à un dossier client',
    preheader: 'Un dossier client vous est ouvert avec le compte que vous avez déjà.',
    heading: 'Un dossier client vous est ouvert',
    paragraphs: [
      'Bonjour,',
      `${giverName ?? firmName} vous a donné accès, ${capacity(as, 'fr')}, au dossier client « ${dossierName} », géré par ${firmName}.`,
      `Votre droit d’accès : ${rightName.fr[right]}.`,
      ...lasting(until, 'fr'),
    ],
    ...quoted(message, 'fr'),
    list: allowed(as, right, 'fr'),
    button: { label: 'Ouvrir le dossier', url },
    closing: [
      numberToConfirm
        ? 'Le numéro de téléphone indiqué pour cet accès n’est pas celui de votre compte. Connectez-vous comme d’habitude, puis saisissez le code que nous enverrons au numéro indiqué : le dossier s’ouvrira alors. Le numéro de votre compte ne change pas.'
        : 'Connectez-vous comme d’habitude, avec votre adresse e-mail, votre mot de passe et un code.',
    ],
    footnote: automatic.fr,
  }),

  nl: ({ firmName, giverName, dossierName, right, until, as, message, numberToConfirm, url }) => ({
    subject: 'Nieuwe toegang tot een cliëntdossier',
    preheader: 'U krijgt toegang tot een cliëntdossier met het account dat u al hebt.',
    heading: 'U krijgt toegang tot een cliëntdossier',
    paragraphs: [
      'Goedendag,',
      `${giverName ?? firmName} gaf u ${capacity(as, 'nl')} toegang tot het cliëntdossier ‘${dossierName}’, beheerd door ${firmName}.`,
      `Uw toegangsrecht: ${rightName.nl[right]}.`,
      ...lasting(until, 'nl'),
    ],
    ...quoted(message, 'nl'),
    list: allowed(as, right, 'nl'),
    button: { label: 'Het dossier openen', url },
    closing: [
      numberToConfirm
        ? 'Het telefoonnummer dat voor deze toegang werd opgegeven, is niet dat van uw account. Meld u aan zoals gewoonlijk en voer daarna de code in die wij naar het opgegeven nummer sturen: dan gaat het dossier open. Het nummer van uw account verandert niet.'
        : 'Meld u aan zoals gewoonlijk, met uw e-mailadres, uw wachtwoord en een code.',
    ],
    footnote: automatic.nl,
  }),

  en: ({ firmName, giverName, dossierName, right, until, as, message, numberToConfirm, url }) => ({
    subject: 'New access to a client dossier',
    preheader: 'A client dossier is open to you with the account that you already have.',
    heading: 'A client dossier is open to you',
    paragraphs: [
      'Hello,',
      `${giverName ?? firmName} has given you access, ${capacity(as, 'en')}, to the client dossier “${dossierName}”, managed by ${firmName}.`,
      `Your access right: ${rightName.en[right]}.`,
      ...lasting(until, 'en'),
    ],
    ...quoted(message, 'en'),
    list: allowed(as, right, 'en'),
    button: { label: 'Open the dossier', url },
    closing: [
      numberToConfirm
        ? 'The phone number given for this access is not the one of your account. Sign in as usual, then enter the code that we send to the number given: the dossier opens after that. The number of your account does not change.'
        : 'Sign in as usual, with your e-mail address, your password and a code.',
    ],
    footnote: automatic.en,
  }),
};
