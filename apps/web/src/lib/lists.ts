import i18next from 'i18next';

/** Words one after the other, as the page's language separates them. */
export const listed = (words: readonly string[]): string => words.join(i18next.language === 'en' ? ', ' : '、');
