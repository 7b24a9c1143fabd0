import { fileURLToPath } from 'node:url';

/** The families that the product carries, so that no output depends on what a machine has installed. */
export const fontFamily = 'Noto Sans';

/** Files of Noto Sans: regular, italic, bold, bold italic. */
export const fontFiles: readonly string[] = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((style) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${style}/NotoSans_${style}.ttf`)));
