import { Alert, type CSSVariablesResolver, createTheme, type MantineColorsTuple, Menu } from '@mantine/core';

/** White text stands out from shade 7 on by 4.5 to 1 and more, on buttons in both colour schemes. */
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
  primaryShade: 7,
  defaultRadius: 'md',
  fontFamily: "'Noto Sans Variable', 'Noto Sans', system-ui, sans-serif",
  headings: { fontFamily: "'Noto Sans Variable', 'Noto Sans', system-ui, sans-serif", fontWeight: '600' },
  cursorType: 'pointer',
  components: {
    // Its title takes the alert's colour, which is too faint on its own ground.
    Alert: Alert.extend({ styles: { label: { color: 'var(--mantine-color-text)' } } }),
    // It would put what is no item into the menu.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
  },
});

/** The library's own grey and red are too faint for WCAG 2.2 AA, on either ground. */
export const legibleColors: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': colors.red[9],
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[0],
    '--mantine-color-placeholder': colors.dark[0],
    '--mantine-color-error': colors.red[4],
  },
});
