import i18next, { type PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zh } from './zh/index.js';

const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem('jihui.language');
export type Language = 'zh-CN' | 'en';

/** The Chinese font draws ’ as wide as a Chinese character, which tears English words apart. */
const straightApostrophes: PostProcessorModule = {
  type: 'postProcessor',
  name: 'straightApostrophes',
  process: (text: string) => (i18next.language === 'en' ? text.replaceAll('’', "'") : text),
};

/** Chinese is complete and always there; English covers the public pages and is fetched when asked for. */
export async function startI18n(language: Language = stored === 'en' ? 'en' : 'zh-CN'): Promise<void> {
  await i18next.use(initReactI18next).use(straightApostrophes).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': zh },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
    postProcess: [straightApostrophes.name],
  });
  if (language === 'en') await changeLanguage('en');
}

export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'common')) {
    const { en } = await import('./en/index.js');
    for (const [namespace, texts] of Object.entries(en)) i18next.addResourceBundle('en', namespace, texts);
  }
  localStorage.setItem('jihui.language', language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
