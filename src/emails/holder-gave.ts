import type { Template } from './content.ts';
import { automatic, lasting, rightName, tab, toPlace } from './phrases.ts';

/** R3: tells the manager that a holder or co-holder gave access to someone of the family tree. */
export const holderGave: Template<'holder_gave'> = {
  fr: ({ firmName, place, giverName, partyName, right, until, url }) => ({
    subject: 'Un titulaire a donné accès à un dossier client',
    preheader: 'Une personne de l’arbre généalogique a reçu un droit d’accès.',
    heading: 'Accès donné par un titulaire',
    paragraphs: [
      'Bonjour,',
      `${giverName} a donné à ${partyName} un accès ${toPlace('access', place, firmName, 'fr')}. Droit d’accès : ${rightName.fr[right]}.`,
      ...lasting(until, 'fr'),
      'Titulaire et cotitulaire peuvent donner accès à d’autres personnes de l’arbre généalogique, au plus à leur propre niveau. La personne en a été avertie par e-mail.',
      `Comme chargé du dossier, vous pouvez modifier ce droit ou, sauf pour une personne centrale, le retirer ${tab(place, 'fr').where}.`,
    ],
    button: { label: tab(place, 'fr').button, url },
    footnote: automatic.fr,
  }),
  nl: ({ firmName, place, giverName, partyName, right, until, url }) => ({
    subject: 'Een titularis gaf toegang tot een cliëntdossier',
    preheader: 'Een persoon uit de stamboom kreeg een toegangsrecht.',
    heading: 'Toegang gegeven door een titularis',
    paragraphs: [
      'Goedendag,',
      `${giverName} heeft ${partyName} toegang gegeven ${toPlace('access', place, firmName, 'nl')}. Toegangsrecht: ${rightName.nl[right]}.`,
      ...lasting(until, 'nl'),
      'Titularis en medetitularis kunnen andere personen uit de stamboom toegang geven, hoogstens op hun eigen niveau. De persoon kreeg hierover een e-mail.',
      `Als dossierbeheerder kunt u dit recht wijzigen of, behalve voor een centrale persoon, intrekken ${tab(place, 'nl').where}.`,
    ],
    button: { label: tab(place, 'nl').button, url },
    footnote: automatic.nl,
  }),
  en: ({ firmName, place, giverName, partyName, right, until, url }) => ({
    subject: 'A holder has given access to a client dossier',
    preheader: 'A person of the family tree has received an access right.',
    heading: 'Access given by a holder',
    paragraphs: [
      'Hello,',
      `${giverName} has given ${partyName} access ${toPlace('access', place, firmName, 'en')}. Access right: ${rightName.en[right]}.`,
      ...lasting(until, 'en'),
      'Holder and co-holder may give access to other persons of the family tree, at most at their own level. The person has been told by e-mail.',
      `As dossier manager you can change this right or, except for a central person, withdraw it ${tab(place, 'en').where}.`,
    ],
    button: { label: tab(place, 'en').button, url },
    footnote: automatic.en,
  }),
};
