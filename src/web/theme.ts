import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Dark enough for white text at 4.5 to 1 from shade 7 on, and light enough for dark grounds up to shade 3. */
const petrol: MantineColorsTuple = [
  '#e8f6f6',
  '#d3eaeb',
  '#a5d5d7',
  '#74bfc2',
  '#4aa5a9',
  '#2f8d92',
  '#1f777c',
  '#155e63',
  '#0d4a4e',
  '#053538',
];

export const theme = createTheme({
  colors: { petrol },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'md',
  fontFamily: "'Noto Sans Variable', 'Noto Sans', system-ui, sans-serif",
  headings: { fontFamily: "'Noto Sans Variable', 'Noto Sans', system-ui, sans-serif", fontWeight: '600' },
  cursorType: 'pointer',
});
