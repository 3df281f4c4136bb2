const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** 2026-11-22 20:41:07, as clocks in Shanghai show it. */
export const clockInShanghai = (at: Date): string => time.format(at);
