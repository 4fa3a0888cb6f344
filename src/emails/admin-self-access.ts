import type { Template } from './content.ts';
import { automatic } from './phrases.ts';

/** R8: tells the dossier manager that an admin of the firm opened the dossier to himself. */
export const adminSelfAccess: Template<'admin_self_access'> = {
  fr: ({ firmName, dossierName, adminName, url }) => ({
    subject: 'Un administrateur s’est donné accès à un dossier client',
    preheader: 'Cet accès est inscrit dans l’historique du dossier.',
    heading: 'Accès d’un administrateur',
    paragraphs: [
      'Bonjour,',
      `${adminName}, qui a le rôle « administrateur » chez ${firmName}, s’est donné accès au dossier client « ${dossierName} », dont vous êtes le chargé.`,
      'Cet accès permet de travailler dans toutes les rubriques du dossier et de régler l’accès de l’équipe, mais pas de gérer les droits de la famille et des conseillers externes. Il est inscrit dans l’historique du dossier.',
    ],
    button: { label: 'Ouvrir le dossier', url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, dossierName, adminName, url }) => ({
    subject: 'Een beheerder gaf zichzelf toegang tot een cliëntdossier',
    preheader: 'Deze toegang staat in de geschiedenis van het dossier.',
    heading: 'Toegang van een beheerder',
    paragraphs: [
      'Goedendag,',
      `${adminName}, beheerder bij ${firmName}, heeft zichzelf toegang gegeven tot het cliëntdossier ‘${dossierName}’, waarvan u de dossierbeheerder bent.`,
      'Met die toegang kan men in alle rubrieken van het dossier werken en de toegang van het team regelen, maar niet de rechten van de familie en van de externe adviseurs beheren. Hij staat in de geschiedenis van het dossier.',
    ],
    button: { label: 'Het dossier openen', url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, dossierName, adminName, url }) => ({
    subject: 'An administrator has taken access to a client dossier',
    preheader: 'This access is in the history of the dossier.',
    heading: 'Access of an administrator',
    paragraphs: [
      'Hello,',
      `${adminName}, an administrator of ${firmName}, has taken access to the client dossier “${dossierName}”, of which you are the dossier manager.`,
      'This access allows working in every section of the dossier and setting the access of the team, but not managing the rights of the family and of the external advisors. It is in the history of the dossier.',
    ],
    button: { label: 'Open the dossier', url },
    footnote: automatic.en,
  }),
};
