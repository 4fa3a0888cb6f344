import type { Template } from './content.ts';
import type { EmailData } from './email.ts';
import { automatic, lasting, rightName } from './phrases.ts';

/** R12: the one e-mail about a changed level, a changed end, or both. */
export const rightChanged: Template<'right_changed'> = {
  fr: ({ firmName, dossierName, right, until, changed, url }) => ({
    ...(changed.right
      ? {
          subject: 'Votre droit d’accès à un dossier client a changé',
          preheader: 'Voici ce que vous pouvez désormais y faire.',
          heading: 'Votre droit d’accès a changé',
        }
      : {
          subject: 'La date de fin de votre accès à un dossier client a changé',
          preheader: 'Voici jusqu’à quand il vous est ouvert.',
          heading: 'La date de fin de votre accès a changé',
        }),
    paragraphs: [
      'Bonjour,',
      ...(changed.right
        ? [
            `Votre droit d’accès au dossier client « ${dossierName} », géré par ${firmName}, est désormais : ${rightName.fr[right]}.`,
            right === 'read_only'
              ? 'À ce titre, vous pouvez consulter le dossier, sans plus rien y modifier.'
              : 'Vous pouvez consulter le dossier et modifier les rubriques ouvertes à votre rôle.',
          ]
        : [
            `La date de fin de votre accès au dossier client « ${dossierName} », géré par ${firmName}, a changé. Votre droit d’accès reste : ${rightName.fr[right]}.`,
          ]),
      ...lasting(until, 'fr'),
      ...(endGone({ until, changed }) ? ['Cet accès n’a plus de date de fin.'] : []),
    ],
    button: { label: 'Ouvrir le dossier', url },
    closing: ['Pour toute question, adressez-vous au chargé du dossier.'],
    footnote: automatic.fr,
  }),
  nl: ({ firmName, dossierName, right, until, changed, url }) => ({
    ...(changed.right
      ? {
          subject: 'Uw toegangsrecht tot een cliëntdossier is gewijzigd',
          preheader: 'Dit kunt u er voortaan doen.',
          heading: 'Uw toegangsrecht is gewijzigd',
        }
      : {
          subject: 'De einddatum van uw toegang tot een cliëntdossier is gewijzigd',
          preheader: 'Tot dan staat het voor u open.',
          heading: 'De einddatum van uw toegang is gewijzigd',
        }),
    paragraphs: [
      'Goedendag,',
      ...(changed.right
        ? [
            `Uw toegangsrecht tot het cliëntdossier ‘${dossierName}’, beheerd door ${firmName}, is voortaan: ${rightName.nl[right]}.`,
            right === 'read_only'
              ? 'Met dit recht kunt u het dossier raadplegen, maar er niets meer in wijzigen.'
              : 'U kunt het dossier raadplegen en de rubrieken wijzigen die voor uw rol openstaan.',
          ]
        : [
            `De einddatum van uw toegang tot het cliëntdossier ‘${dossierName}’, beheerd door ${firmName}, is gewijzigd. Uw toegangsrecht blijft: ${rightName.nl[right]}.`,
          ]),
      ...lasting(until, 'nl'),
      ...(endGone({ until, changed }) ? ['Deze toegang heeft geen einddatum meer.'] : []),
    ],
    button: { label: 'Het dossier openen', url },
    closing: ['Voor vragen kunt u terecht bij de dossierbeheerder.'],
    footnote: automatic.nl,
  }),
  en: ({ firmName, dossierName, right, until, changed, url }) => ({
    ...(changed.right
      ? {
          subject: 'Your access right to a client dossier has changed',
          preheader: 'This is what you can do there from now on.',
          heading: 'Your access right has changed',
        }
      : {
          subject: 'The end date of your access to a client dossier has changed',
          preheader: 'This is until when it is open to you.',
          heading: 'The end date of your access has changed',
        }),
    paragraphs: [
      'Hello,',
      ...(changed.right
        ? [
            `Your access right to the client dossier “${dossierName}”, managed by ${firmName}, is now: ${rightName.en[right]}.`,
            right === 'read_only'
              ? 'With this right you can read the dossier, and no longer change anything in it.'
              : 'You can read the dossier and change the sections that are open to your role.',
          ]
        : [
            `The end date of your access to the client dossier “${dossierName}”, managed by ${firmName}, has changed. Your access right is still: ${rightName.en[right]}.`,
          ]),
      ...lasting(until, 'en'),
      ...(endGone({ until, changed }) ? ['This access no longer has an end date.'] : []),
    ],
    button: { label: 'Open the dossier', url },
    closing: ['If you have any questions, please contact the dossier manager.'],
    footnote: automatic.en,
  }),
};

const endGone = ({ until, changed }: Pick<EmailData['right_changed'], 'until' | 'changed'>) =>
  changed.until && until === null;

/** R12, R13: the one e-mail about a withdrawn access. */
export const withdrawn: Template<'withdrawn'> = {
  fr: ({ firmName, dossierName }) => ({
    subject: 'Votre accès à un dossier client a été retiré',
    preheader: 'Ce dossier ne vous est plus ouvert à ce titre.',
    heading: 'Votre accès a été retiré',
    paragraphs: [
      'Bonjour,',
      `Votre accès au dossier client « ${dossierName} », géré par ${firmName}, a été retiré.`,
      'Si une invitation vous avait été envoyée pour cet accès, ses liens ne fonctionnent plus et aucun rappel ne suivra. Vos autres accès éventuels ne changent pas.',
      'Pour toute question, adressez-vous au chargé du dossier.',
    ],
    footnote: automatic.fr,
  }),
  nl: ({ firmName, dossierName }) => ({
    subject: 'Uw toegang tot een cliëntdossier is ingetrokken',
    preheader: 'Dit dossier staat op die grond niet meer voor u open.',
    heading: 'Uw toegang is ingetrokken',
    paragraphs: [
      'Goedendag,',
      `Uw toegang tot het cliëntdossier ‘${dossierName}’, beheerd door ${firmName}, is ingetrokken.`,
      'Als u voor deze toegang een uitnodiging kreeg, dan werken de links ervan niet meer en volgt er geen herinnering. Andere toegangen die u hebt, veranderen niet.',
      'Voor vragen kunt u terecht bij de dossierbeheerder.',
    ],
    footnote: automatic.nl,
  }),
  en: ({ firmName, dossierName }) => ({
    subject: 'Your access to a client dossier has been withdrawn',
    preheader: 'This access is no longer open to you.',
    heading: 'Your access has been withdrawn',
    paragraphs: [
      'Hello,',
      `Your access to the client dossier “${dossierName}”, managed by ${firmName}, has been withdrawn.`,
      'If you were sent an invitation for this access, its links no longer work and no reminder will follow. Any other access that you have does not change.',
      'If you have any questions, please contact the dossier manager.',
    ],
    footnote: automatic.en,
  }),
};
