import {
  Alert,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  Menu,
  Modal,
  type VariantColorsResolver,
} from '@mantine/core';

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

/** The library's own red is too faint for WCAG 2.2 AA, under white text and as text. */
const legibleRed: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.color !== 'red') return colors;
  return input.variant === 'filled'
    ? { ...colors, background: 'var(--mantine-color-red-9)', hover: 'var(--mantine-color-red-8)' }
    : { ...colors, color: 'var(--mantine-color-error)' };
};

export const theme = createTheme({
  colors: { petrol },
  primaryColor: 'petrol',
  primaryShade: 7,
  defaultRadius: 'md',
  fontFamily: "'Noto Sans Variable', 'Noto Sans', system-ui, sans-serif",
  headings: {
    fontFamily: "'Noto Sans Variable', 'Noto Sans', system-ui, sans-serif",
    fontWeight: '600',
    // The name of a family stays on one line of a phone.
    sizes: { h1: { fontSize: 'clamp(1.625rem, 5vw, 2.125rem)' } },
  },
  cursorType: 'pointer',
  variantColorResolver: legibleRed,
  components: {
    // It would cut what doesn't fit into the line on a phone.
    Button: Button.extend({
      styles: {
        root: { height: 'auto' },
        inner: { minHeight: 'calc(var(--button-height) - 2px)', paddingBlock: 3 },
        label: { whiteSpace: 'normal', lineHeight: 1.25 },
      },
    }),
    Modal: Modal.extend({ styles: { title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)' } } }),
    // Its title takes the alert's colour, which is too faint on its own ground.
    Alert: Alert.extend({ styles: { label: { color: 'var(--mantine-color-text)' } } }),
    // So does a light badge's text; its colour stays that of its ground.
    Badge: Badge.extend({
      styles: (_theme, { variant }) =>
        variant === 'light' ? { label: { color: 'var(--mantine-color-text)' } } : {},
    }),
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
    // The library's own is darker than the page.
    '--mantine-color-petrol-light': colors.petrol![9],
    '--mantine-color-petrol-light-hover': colors.petrol![8],
  },
});
