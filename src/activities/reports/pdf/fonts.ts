import { fileURLToPath } from 'node:url';
import { Font } from '@react-pdf/renderer';

/** What is asked for a glyph, first to last: the later ones are loaded only for who needs them. */
const families: { family: string; regular: string; bold?: string }[] = [
  /** Latin, Greek, Cyrillic, Devanagari. */
  {
    family: 'Noto Sans',
    regular: import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    bold: import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  },
  /** Arabic and Hebrew with their forms ready-made, Armenian, Georgian, signs. */
  {
    family: 'DejaVu Sans',
    regular: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    bold: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  },
  /** Chinese and Japanese; Korean. */
  {
    family: 'Source Han Sans CN',
    regular: import.meta.resolve('@librescore/fonts/SourceHanSansCN.min.woff2'),
  },
  {
    family: 'Source Han Sans KR',
    regular: import.meta.resolve('@librescore/fonts/SourceHanSansKR.min.woff2'),
  },
  /** Every other script of Unicode's first plane, plainly. */
  {
    family: 'UnifontEX',
    regular: import.meta.resolve('@fontsource/unifontex/files/unifontex-latin-400-normal.woff'),
  },
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
        { src: fileURLToPath(regular), fontWeight: 400 },
        { src: fileURLToPath(bold), fontWeight: 700 },
      ],
    });
  }
  // Names aren't hyphenated by the patterns of some language.
  Font.registerHyphenationCallback((word) => {
    if (word.length <= longWord) return [word];
    return Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
  });
}
