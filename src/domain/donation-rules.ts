import {
  type DonationCategory,
  type DonationForm,
  donationCategories,
  donationForms,
  type Language,
  type Region,
} from './words.ts';

/** Where a rule is written. */
export type Source = { title: string; article: string; url: string };

/** A rule about the tax dates of a gift: the first columns say which gifts it is for, the others what of them. */
export type DonationRule = {
  /** The name that answers give it; it stays when more rules come. */
  id: string;
  /** The donor's domicile when he gave: ISO 3166-1 alpha-2, and the Belgian region; null: any, or unknown. */
  country: 'BE' | 'FR';
  region: Region | null;
  /** The first and the last day of giving; null: without such a limit. */
  givenFrom: string | null;
  givenUntil: string | null;
  categories: readonly DonationCategory[];
  forms: readonly DonationForm[];
  /** Whether it is for registered gifts or for the others; null: for both. */
  registered: boolean | null;
  /**
   * `counts`: the gift counts for inheritance tax if the donor dies within the years. `exempt`: it never does.
   * `renews`: once they are over, the donee's allowance is whole again.
   */
  effect: 'counts' | 'exempt' | 'renews';
  years: number | null;
  /** The day that the years run from. */
  runsFrom: 'gift' | 'registration' | null;
  source: Source;
};

/** What goes with every date: that it is no legal advice, in the reader's language. */
export const noLegalAdvice: Record<Language, string> = {
  fr: 'Ces dates sont calculées d’après une table de règles et le domicile du donateur au jour du don. Elles ne sont pas un avis juridique ou fiscal : faites-les vérifier par un notaire. En Belgique, la région où le défunt a habité le plus longtemps pendant ses cinq dernières années décide.',
  nl: 'Deze datums zijn berekend met een tabel van regels en de woonplaats van de schenker op de dag van de schenking. Ze zijn geen juridisch of fiscaal advies: laat ze nazien door een notaris. In België beslist het gewest waar de overledene in zijn laatste vijf jaren het langst heeft gewoond.',
  en: 'These dates are calculated from a table of rules and from where the donor lived on the day of the gift. They are no legal or tax advice: have them checked by a notary. In Belgium the region decides in which the deceased lived longest during his last five years.',
};

const movables = donationCategories.filter((category) => category !== 'real_estate');
const businesses: readonly DonationCategory[] = ['family_business'];
const otherMovables = movables.filter((category) => !businesses.includes(category));

const unregisteredInBelgium = {
  country: 'BE',
  forms: donationForms,
  registered: false,
  effect: 'counts',
  runsFrom: 'gift',
} as const;
const exemptInBelgium = {
  country: 'BE',
  region: null,
  givenFrom: null,
  givenUntil: null,
  forms: donationForms,
  effect: 'exempt',
  years: null,
  runsFrom: null,
} as const;
const renewedInFrance = {
  country: 'FR',
  region: null,
  givenFrom: null,
  givenUntil: null,
  categories: donationCategories,
  registered: null,
  effect: 'renews',
  years: 15,
} as const;

const inheritanceCode: Source = {
  title: 'Code des droits de succession / Wetboek der successierechten (31.3.1936)',
  article: 'art. 7',
  url: 'http://www.2747.com/2747/law/tax/deathtaxcode/2006/belgie1a2.html',
};
const flemishCode: Source = {
  title: 'Vlaamse Codex Fiscaliteit (decreet van 19 december 2014); before 2015 Wetboek der successierechten',
  article: 'art. 2.7.1.0.5; art. 7',
  url: 'https://www.ejustice.just.fgov.be/eli/decreet/2014/12/19/2015035095/staatsblad',
};

/** The table: a gift whose donor lived in a country and region that it knows is under exactly one rule. */
export const donationRules: readonly DonationRule[] = [
  {
    ...exemptInBelgium,
    id: 'be_real_estate',
    categories: ['real_estate'],
    registered: null,
    source: {
      title: 'Code des droits d’enregistrement / Wetboek der registratierechten (30.11.1939)',
      article: 'art. 19, 2°',
      url: 'http://www.2747.com/2747/law/tax/registrationtaxcode/2006/belgie1h3a1.htm',
    },
  },
  {
    ...exemptInBelgium,
    id: 'be_registered',
    categories: movables,
    registered: true,
    source: inheritanceCode,
  },
  {
    ...unregisteredInBelgium,
    id: 'be_flanders_until_2011',
    region: 'flanders',
    givenFrom: null,
    givenUntil: '2011-12-31',
    categories: movables,
    years: 3,
    source: inheritanceCode,
  },
  {
    ...unregisteredInBelgium,
    id: 'be_flanders_2012',
    region: 'flanders',
    givenFrom: '2012-01-01',
    givenUntil: '2024-12-31',
    categories: otherMovables,
    years: 3,
    source: flemishCode,
  },
  {
    ...unregisteredInBelgium,
    id: 'be_flanders_2025',
    region: 'flanders',
    givenFrom: '2025-01-01',
    givenUntil: null,
    categories: otherMovables,
    years: 5,
    source: {
      title: 'Programmadecreet van 20 december 2024 bij de begroting 2025; Vlaamse Codex Fiscaliteit',
      article: 'art. 2.7.1.0.5',
      url: 'https://www.ejustice.just.fgov.be/eli/decreet/2024/12/20/2024011944/staatsblad',
    },
  },
  {
    ...unregisteredInBelgium,
    id: 'be_flanders_family_business',
    region: 'flanders',
    givenFrom: '2012-01-01',
    givenUntil: null,
    categories: businesses,
    years: 7,
    source: {
      title:
        'Decreet van 23 december 2011 houdende bepalingen tot begeleiding van de begroting 2012; Vlaamse Codex Fiscaliteit',
      article: 'art. 2.7.1.0.5; art. 7 W.Succ.',
      url: 'https://www.vancoile.be/nieuwsbrief/schenkingstermijn-7-jaar-in-plaats-van-3-jaar/',
    },
  },
  {
    ...unregisteredInBelgium,
    id: 'be_wallonia_until_2021',
    region: 'wallonia',
    givenFrom: null,
    givenUntil: '2021-12-31',
    categories: movables,
    years: 3,
    source: inheritanceCode,
  },
  {
    ...unregisteredInBelgium,
    id: 'be_wallonia_2022',
    region: 'wallonia',
    givenFrom: '2022-01-01',
    givenUntil: null,
    categories: movables,
    years: 5,
    source: {
      title:
        'Décret wallon du 22 décembre 2021 portant diverses dispositions pour un impôt plus juste; Code des droits de succession',
      article: 'art. 7',
      url: 'https://www.anthemis.be/nl_BE/blog/droit-civil-39/le-decret-wallon-du-22-decembre-2021-portant-diverses-dispositions-pour-un-impot-plus-juste-1500',
    },
  },
  {
    ...unregisteredInBelgium,
    id: 'be_brussels_until_2025',
    region: 'brussels',
    givenFrom: null,
    givenUntil: '2025-12-31',
    categories: movables,
    years: 3,
    source: inheritanceCode,
  },
  {
    ...unregisteredInBelgium,
    id: 'be_brussels_2026',
    region: 'brussels',
    givenFrom: '2026-01-01',
    givenUntil: null,
    categories: movables,
    years: 5,
    source: {
      title: 'Ordonnance bruxelloise du 17 juillet 2025; Code des droits de succession',
      article: 'art. 2 (art. 7, al. 1er)',
      url: 'https://www.ejustice.just.fgov.be/eli/ordonnance/2025/07/17/2025005505/moniteur',
    },
  },
  {
    ...renewedInFrance,
    id: 'fr_notarial_deed',
    forms: ['notarial'],
    runsFrom: 'gift',
    source: {
      title: 'Code général des impôts; loi n° 2012-958 du 16 août 2012, art. 5',
      article: 'art. 784',
      url: 'https://www.legifrance.gouv.fr/jorf/article_jo/JORFARTI000026289012',
    },
  },
  {
    ...renewedInFrance,
    id: 'fr_without_notarial_deed',
    forms: ['foreign_notary', 'bank', 'manual'],
    runsFrom: 'registration',
    source: {
      title: 'Code général des impôts; Bulletin officiel des finances publiques, 7 G 245, n° 15 et 16',
      article: 'art. 784, 757, 635 A',
      url: 'https://bofip-archives.impots.gouv.fr/bofip/30288-AIDA.html/identifiant=7G245-19961220',
    },
  },
];
