import type { Template } from './content.ts';
import { automatic, of } from './phrases.ts';

/** R1: tells the new dossier manager. */
export const managerReceived: Template<'manager_received'> = {
  fr: ({ firmName, dossierName, actorName, url }) => ({
    subject: 'Un dossier client vous a été transmis',
    preheader: 'Vous en êtes désormais le chargé.',
    heading: 'Vous êtes chargé d’un nouveau dossier',
    paragraphs: [
      'Bonjour,',
      `Le dossier client « ${dossierName} » ${of(firmName)} vous a été transmis par ${actorName}. Vous en êtes désormais le chargé.`,
      'C’est vous qui y donnez, modifiez et retirez les droits d’accès de la famille et des conseillers externes, et qui recevez les nouvelles des invitations en cours.',
    ],
    button: { label: 'Ouvrir le dossier', url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, dossierName, actorName, url }) => ({
    subject: 'Een cliëntdossier werd aan u overgedragen',
    preheader: 'U bent er voortaan de dossierbeheerder van.',
    heading: 'U beheert een nieuw dossier',
    paragraphs: [
      'Goedendag,',
      `Het cliëntdossier ‘${dossierName}’ van ${firmName} werd aan u overgedragen door ${actorName}. U bent er voortaan de dossierbeheerder van.`,
      'U geeft er de familie en de externe adviseurs toegang, wijzigt hun rechten en trekt ze in, en u krijgt bericht over de lopende uitnodigingen.',
    ],
    button: { label: 'Het dossier openen', url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, dossierName, actorName, url }) => ({
    subject: 'A client dossier has been handed over to you',
    preheader: 'You are now its dossier manager.',
    heading: 'You manage a new dossier',
    paragraphs: [
      'Hello,',
      `The client dossier “${dossierName}” of ${firmName} has been handed over to you by ${actorName}. You are now its dossier manager.`,
      'You give, change and withdraw the access rights of the family and of the external advisors there, and receive the news of the invitations under way.',
    ],
    button: { label: 'Open the dossier', url },
    footnote: automatic.en,
  }),
};

/** R1: tells the former dossier manager. */
export const managerHandedOver: Template<'manager_handed_over'> = {
  fr: ({ firmName, dossierName, actorName, newManagerName }) => ({
    subject: 'Un dossier client a changé de chargé',
    preheader: 'Vous n’en gérez plus les droits d’accès.',
    heading: 'Dossier transmis',
    paragraphs: [
      'Bonjour,',
      `Le dossier client « ${dossierName} » ${of(firmName)}, dont vous étiez le chargé, a été transmis par ${actorName}. Nouveau chargé du dossier : ${newManagerName}.`,
      'Vous n’en gérez plus les droits d’accès. Vous restez membre de l’équipe du dossier et pouvez continuer à y travailler.',
    ],
    footnote: automatic.fr,
  }),
  nl: ({ firmName, dossierName, actorName, newManagerName }) => ({
    subject: 'Een cliëntdossier kreeg een nieuwe dossierbeheerder',
    preheader: 'U beheert er de toegangsrechten niet meer van.',
    heading: 'Dossier overgedragen',
    paragraphs: [
      'Goedendag,',
      `Het cliëntdossier ‘${dossierName}’ van ${firmName}, dat u beheerde, werd overgedragen door ${actorName}. Nieuwe dossierbeheerder: ${newManagerName}.`,
      'U beheert er de toegangsrechten niet meer van. U blijft lid van het team van het dossier en kunt er blijven werken.',
    ],
    footnote: automatic.nl,
  }),
  en: ({ firmName, dossierName, actorName, newManagerName }) => ({
    subject: 'A client dossier has a new dossier manager',
    preheader: 'You no longer manage its access rights.',
    heading: 'Dossier handed over',
    paragraphs: [
      'Hello,',
      `The client dossier “${dossierName}” of ${firmName}, which you managed, has been handed over by ${actorName}. New dossier manager: ${newManagerName}.`,
      'You no longer manage its access rights. You stay a member of the dossier’s team and can go on working in it.',
    ],
    footnote: automatic.en,
  }),
};
