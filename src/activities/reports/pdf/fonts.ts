import { fileURLToPath } from 'node:url';
import { Font } from '@react-pdf/renderer';

const file = (path: string) => fileURLToPath(import.meta.resolve(path));
const noto = (name: string) => file(`@expo-google-fonts/noto-sans/${name}.ttf`);
const dejaVu = (name: string) => file(`dejavu-fonts-ttf/ttf/${name}.ttf`);
const sourceHan = (name: string) => file(`@librescore/fonts/SourceHanSans${name}.min.woff2`);

/** What is asked for a glyph, first to last: the later ones are loaded only for who needs them. */
const families: { family: string; regular: string; bold?: string }[] = [
  /** Latin, Greek, Cyrillic, Devanagari. */
  {
    family: 'Noto Sans',
    regular: noto('400Regular/NotoSans_400Regular'),
    bold: noto('700Bold/NotoSans_700Bold'),
  },
  /** Arabic and Hebrew with their forms ready-made, Armenian, Georgian, signs. */
  { family: 'DejaVu Sans', regular: dejaVu('DejaVuSans'), bold: dejaVu('DejaVuSans-Bold') },
  /** Chinese and Japanese; Korean. */
  { family: 'Source Han Sans CN', regular: sourceHan('CN') },
  { family: 'Source Han Sans KR', regular: sourceHan('KR') },
  /** Every other script of Unicode's first plane, plainly. */
  { family: 'UnifontEX', regular: file('@fontsource/unifontex/files/unifontex-latin-400-normal.woff') },
];

/** Stands for a character that none of the fonts has. */
export const missingGlyph = '□';
const signs = `${missingGlyph}†–—·…`;

/** Signs that are never seen, and those that turn the direction of what follows. */
const invisible = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2060\ufeff]/u;

export type Fonts = {
  /** For `fontFamily`. */
  stack: string[];
  /** A text as it can be printed: on lines, in glyphs that are there. */
  printable(text: string): string;
};

let registered = false;

/** The fonts that these texts need. Each text goes through `printable` before it is drawn. */
export async function fontsFor(texts: Iterable<string>): Promise<Fonts> {
  if (!registered) register();
  registered = true;
  const needed = new Set(signs);
  for (const text of texts) for (const char of text.normalize()) needed.add(char);
  const stack: string[] = [];
  for (const { family } of families) {
    if (stack.length > 0 && needed.size === 0) break;
    await Font.load({ fontFamily: family });
    const has = Font.getFont({ fontFamily: family })!.data!;
    const found = [...needed].filter((char) => has.hasGlyphForCodePoint(char.codePointAt(0)!));
    if (found.length > 0) stack.push(family);
    for (const char of found) needed.delete(char);
  }
  const shown = (char: string) => {
    if (char === '\n') return char;
    if (invisible.test(char)) return '';
    if (!needed.has(char)) return char;
    if (/\p{Zs}/u.test(char)) return ' ';
    return /\p{Default_Ignorable_Code_Point}/u.test(char) ? '' : missingGlyph;
  };
  return { stack, printable: (text) => Array.from(text.normalize(), shown).join('') };
}

/** A word longer than this may be broken anywhere. */
const longWord = 16;

function register() {
  for (const { family, regular, bold = regular } of families) {
    Font.register({
      family,
      fonts: [
        { src: regular, fontWeight: 400 },
        { src: bold, fontWeight: 700 },
      ],
    });
  }
  // Names aren't hyphenated by the patterns of some language.
  Font.registerHyphenationCallback((word) => {
    if (word.length <= longWord) return [word];
    return Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
  });
}
