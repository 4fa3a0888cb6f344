import type { Template } from './content.ts';
import { automatic } from './phrases.ts';

/** R16: tells holder and co-holder that the dossier is closed: they go on reading it. */
export const dossierClosed: Template<'dossier_closed'> = {
  fr: ({ firmName, dossierName, url }) => ({
    subject: 'Un dossier client a été clôturé',
    preheader: 'Vous pouvez toujours le consulter.',
    heading: 'Dossier clôturé',
    paragraphs: [
      'Bonjour,',
      `Le dossier client « ${dossierName} », géré par ${firmName}, a été clôturé. Rien n’est effacé et votre accès reste en place : vous pouvez toujours consulter tout le dossier.`,
      'Tant qu’il est clôturé, personne ne peut y modifier quoi que ce soit, y créer une simulation ou un rapport, ni y donner accès. Le chargé du dossier peut le rouvrir.',
    ],
    button: { label: 'Consulter le dossier', url },
    closing: ['Pour toute question, adressez-vous au chargé du dossier.'],
    footnote: automatic.fr,
  }),
  nl: ({ firmName, dossierName, url }) => ({
    subject: 'Een cliëntdossier werd afgesloten',
    preheader: 'U kunt het nog altijd raadplegen.',
    heading: 'Dossier afgesloten',
    paragraphs: [
      'Goedendag,',
      `Het cliëntdossier ‘${dossierName}’, beheerd door ${firmName}, werd afgesloten. Er wordt niets gewist en uw toegang blijft bestaan: u kunt nog altijd het volledige dossier raadplegen.`,
      'Zolang het afgesloten is, kan niemand er iets in wijzigen, er simulaties of rapporten maken of er toegang toe geven. De dossierbeheerder kan het heropenen.',
    ],
    button: { label: 'Het dossier raadplegen', url },
    closing: ['Voor vragen kunt u terecht bij de dossierbeheerder.'],
    footnote: automatic.nl,
  }),
  en: ({ firmName, dossierName, url }) => ({
    subject: 'A client dossier has been closed',
    preheader: 'You can still read it.',
    heading: 'Dossier closed',
    paragraphs: [
      'Hello,',
      `The client dossier “${dossierName}”, managed by ${firmName}, has been closed. Nothing is deleted and your access stays in place: you can still read the whole dossier.`,
      'While it is closed, nobody can change anything in it, create simulations or reports, or give access to it. The dossier manager can reopen it.',
    ],
    button: { label: 'Read the dossier', url },
    closing: ['If you have any questions, please contact the dossier manager.'],
    footnote: automatic.en,
  }),
};

/** R13, R16: tells who was invited, and hasn't come in, that the dossier is closed and his links don't work any more. */
export const invitationEnded: Template<'invitation_ended'> = {
  fr: ({ firmName, dossierName }) => ({
    subject: 'Votre invitation à un dossier client a pris fin',
    preheader: 'Le dossier a été clôturé.',
    heading: 'Votre invitation a pris fin',
    paragraphs: [
      'Bonjour,',
      `Vous aviez été invité à consulter le dossier client « ${dossierName} », géré par ${firmName}. Ce dossier a été clôturé entre-temps.`,
      'Les liens de votre invitation ne fonctionnent plus et aucun rappel ne suivra. Si le dossier est rouvert, une nouvelle invitation peut vous être envoyée.',
      `Pour toute question, adressez-vous à ${firmName}.`,
    ],
    footnote: automatic.fr,
  }),
  nl: ({ firmName, dossierName }) => ({
    subject: 'Uw uitnodiging voor een cliëntdossier is beëindigd',
    preheader: 'Het dossier werd afgesloten.',
    heading: 'Uw uitnodiging is beëindigd',
    paragraphs: [
      'Goedendag,',
      `U werd uitgenodigd om het cliëntdossier ‘${dossierName}’, beheerd door ${firmName}, te raadplegen. Dat dossier werd intussen afgesloten.`,
      'De links van uw uitnodiging werken niet meer en er volgt geen herinnering. Als het dossier wordt heropend, kunt u een nieuwe uitnodiging krijgen.',
      `Voor vragen kunt u terecht bij ${firmName}.`,
    ],
    footnote: automatic.nl,
  }),
  en: ({ firmName, dossierName }) => ({
    subject: 'Your invitation to a client dossier has ended',
    preheader: 'The dossier has been closed.',
    heading: 'Your invitation has ended',
    paragraphs: [
      'Hello,',
      `You were invited to the client dossier “${dossierName}”, managed by ${firmName}. That dossier has been closed in the meantime.`,
      'The links of your invitation no longer work and no reminder will follow. If the dossier is reopened, you can be sent a new invitation.',
      `If you have any questions, please contact ${firmName}.`,
    ],
    footnote: automatic.en,
  }),
};

/** R16: tells holder and co-holder that the dossier is open again. */
export const dossierReopened: Template<'dossier_reopened'> = {
  fr: ({ firmName, dossierName, url }) => ({
    subject: 'Un dossier client a été rouvert',
    preheader: 'Vos droits y sont les mêmes qu’avant sa clôture.',
    heading: 'Dossier rouvert',
    paragraphs: [
      'Bonjour,',
      `Le dossier client « ${dossierName} », géré par ${firmName}, a été rouvert. Les droits d’accès y sont les mêmes qu’avant sa clôture.`,
    ],
    button: { label: 'Ouvrir le dossier', url },
    closing: ['Pour toute question, adressez-vous au chargé du dossier.'],
    footnote: automatic.fr,
  }),
  nl: ({ firmName, dossierName, url }) => ({
    subject: 'Een cliëntdossier werd heropend',
    preheader: 'Uw rechten zijn er dezelfde als voor de afsluiting.',
    heading: 'Dossier heropend',
    paragraphs: [
      'Goedendag,',
      `Het cliëntdossier ‘${dossierName}’, beheerd door ${firmName}, werd heropend. De toegangsrechten zijn er dezelfde als voor de afsluiting.`,
    ],
    button: { label: 'Het dossier openen', url },
    closing: ['Voor vragen kunt u terecht bij de dossierbeheerder.'],
    footnote: automatic.nl,
  }),
  en: ({ firmName, dossierName, url }) => ({
    subject: 'A client dossier has been reopened',
    preheader: 'Your rights are what they were before it was closed.',
    heading: 'Dossier reopened',
    paragraphs: [
      'Hello,',
      `The client dossier “${dossierName}”, managed by ${firmName}, has been reopened. The access rights are what they were before it was closed.`,
    ],
    button: { label: 'Open the dossier', url },
    closing: ['If you have any questions, please contact the dossier manager.'],
    footnote: automatic.en,
  }),
};
