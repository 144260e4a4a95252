import type { Theme } from '../src/theme/theme.ts'
import { theme } from './layout/stage.ts'

/** The report's theme with fonts for Chinese, Arabic (in two weights) and emoji. */
export const worldly: Theme = {
  ...theme,
  fallback: [
    { regular: './test/fonts/NotoSansSC-few.ttf' },
    {
      regular: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
      bold: '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
    },
    { regular: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf' },
  ],
}
