import type { FirmRole, GrantedRight, Language } from '../domain/words.ts';
import type { InvitationData } from './email.ts';

type Allowances = {
  title: { right: string; role: string };
  person: Record<GrantedRight, string[]>;
  advisor: Record<GrantedRight, string[]>;
  /** What holder and co-holder may do besides, at either level (R3). */
  central: string;
  team: Record<FirmRole, string[]>;
};

const allowances: Record<Language, Allowances> = {
  fr: {
    title: { right: 'Ce que votre droit d’accès vous permet :', role: 'Ce que votre rôle vous permet :' },
    person: {
      read_write: [
        'Consulter tout le dossier',
        'Modifier la structure familiale, l’inventaire du patrimoine et l’inventaire des donations',
        'Créer des simulations et des rapports',
      ],
      read_only: [
        'Consulter tout le dossier : structure familiale, inventaire du patrimoine, inventaire des donations, simulations et rapports',
        'Aucune modification n’est possible',
      ],
    },
    advisor: {
      read_write: [
        'Modifier uniquement la structure familiale, l’inventaire du patrimoine et l’inventaire des donations',
        'Consulter le reste du dossier : simulations et rapports',
      ],
      read_only: [
        'Consulter le dossier : structure familiale, inventaire du patrimoine, inventaire des donations, simulations et rapports',
        'Aucune modification n’est possible',
      ],
    },
    central:
      'Donner accès à d’autres personnes de l’arbre généalogique, au plus avec le même droit que le vôtre',
    team: {
      admin: [
        'Inviter les membres de l’équipe et fixer leur rôle',
        'Voir la liste des dossiers clients et désigner leur chargé',
        'Créer des dossiers clients et en être le chargé',
      ],
      manager: [
        'Créer des dossiers clients et en être le chargé',
        'Travailler dans les dossiers clients qui vous sont ouverts',
      ],
      support: ['Travailler dans les dossiers clients qui vous sont ouverts'],
    },
  },
  nl: {
    title: { right: 'Wat u met uw toegangsrecht kunt doen:', role: 'Wat u met uw rol kunt doen:' },
    person: {
      read_write: [
        'Het volledige dossier raadplegen',
        'De familiestructuur, de vermogensinventaris en de schenkingsinventaris wijzigen',
        'Simulaties en rapporten maken',
      ],
      read_only: [
        'Het volledige dossier raadplegen: familiestructuur, vermogensinventaris, schenkingsinventaris, simulaties en rapporten',
        'Wijzigen is niet mogelijk',
      ],
    },
    advisor: {
      read_write: [
        'Enkel de familiestructuur, de vermogensinventaris en de schenkingsinventaris wijzigen',
        'De rest van het dossier raadplegen: simulaties en rapporten',
      ],
      read_only: [
        'Het dossier raadplegen: familiestructuur, vermogensinventaris, schenkingsinventaris, simulaties en rapporten',
        'Wijzigen is niet mogelijk',
      ],
    },
    central: 'Andere personen uit de stamboom toegang geven, met hoogstens hetzelfde recht als u',
    team: {
      admin: [
        'De teamleden uitnodigen en hun rol bepalen',
        'De lijst van de cliëntdossiers zien en hun dossierbeheerder aanwijzen',
        'Cliëntdossiers aanmaken en er de dossierbeheerder van zijn',
      ],
      manager: [
        'Cliëntdossiers aanmaken en er de dossierbeheerder van zijn',
        'Werken in de cliëntdossiers die voor u openstaan',
      ],
      support: ['Werken in de cliëntdossiers die voor u openstaan'],
    },
  },
  en: {
    title: { right: 'What your access right allows:', role: 'What your role allows:' },
    person: {
      read_write: [
        'Read the whole dossier',
        'Change the family structure, the wealth inventory and the donations inventory',
        'Create simulations and reports',
      ],
      read_only: [
        'Read the whole dossier: family structure, wealth inventory, donations inventory, simulations and reports',
        'Nothing can be changed',
      ],
    },
    advisor: {
      read_write: [
        'Change only the family structure, the wealth inventory and the donations inventory',
        'Read the rest of the dossier: simulations and reports',
      ],
      read_only: [
        'Read the dossier: family structure, wealth inventory, donations inventory, simulations and reports',
        'Nothing can be changed',
      ],
    },
    central: 'Give access to other persons of the family tree, with at most the same right as yours',
    team: {
      admin: [
        'Invite the members of the team and set their role',
        'See the list of client dossiers and appoint their dossier manager',
        'Create client dossiers and be their dossier manager',
      ],
      manager: [
        'Create client dossiers and be their dossier manager',
        'Work in the client dossiers that are open to you',
      ],
      support: ['Work in the client dossiers that are open to you'],
    },
  },
};

/**
 * What the reader will be able to do, in bullets: a right in a dossier (R3, R7, R8), or a role in the
 * firm's team where `right` is null.
 */
export function allowed(
  as: InvitationData['as'],
  right: GrantedRight | null,
  language: Language,
): { title: string; items: string[] } {
  const { title, person, advisor, central, team } = allowances[language];
  if (as.kind === 'member' && right === null) return { title: title.role, items: team[as.role] };
  const level = right ?? 'read_only';
  const items = as.kind === 'advisor' ? advisor[level] : person[level];
  const more = as.kind === 'person' && as.central ? [central] : [];
  return { title: title.right, items: [...items, ...more] };
}
