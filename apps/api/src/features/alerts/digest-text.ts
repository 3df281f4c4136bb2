import type { ItemAlert } from './match-alerts.js';

export type SearchNews = { name: string; address: string; total: number; items: { title: string; path: string }[] };
type Letter = { name: string; alerts: readonly ItemAlert[]; searches: readonly SearchNews[]; publicUrl: string; mailKey: string };

/** More than that nobody reads in a mail; the page shows all. */
const mostItems = 12;

/** 三条新匹配，一条因成交移除 */
export function changesInWords({ added, strong, taken, gone }: Pick<ItemAlert, 'added' | 'strong' | 'taken' | 'gone'>): string {
  return [
    added ? `${added} 条新匹配${strong ? `（其中 ${strong} 条强烈建议联系）` : ''}` : '',
    taken ? `${taken} 条因成交移除` : '',
    gone ? `${gone} 条因撤回或结束移除` : '',
  ]
    .filter(Boolean)
    .join('，');
}

export const unsubscribeAddress = (publicUrl: string, mailKey: string): string => `${publicUrl}/unsubscribe?token=${mailKey}`;

/** The digest as plain text; nothing of a third party stands in it that is not public. */
export function digestLetter({ name, alerts, searches, publicUrl, mailKey }: Letter): { subject: string; text: string } {
  const sums = { added: 0, strong: 0, taken: 0, gone: 0 };
  for (const alert of alerts) for (const key of ['added', 'strong', 'taken', 'gone'] as const) sums[key] += alert[key];
  const found = searches.reduce((sum, s) => sum + s.total, 0);
  const subject = [changesInWords(sums), found ? `保存的搜索有 ${found} 条新结果` : ''].filter(Boolean).join('；');
  const items = alerts.slice(0, mostItems).map((alert) => {
    const path = `${publicUrl}/${alert.side === 'DEMAND' ? 'demands' : 'achievements'}/${alert.itemId}/matches`;
    const lines = alert.changes.filter((c) => c.lostBy === null).map((c) => `  · ${c.title}`);
    return [`${alert.title}：${changesInWords(alert)}`, ...lines, `  ${path}`].join('\n');
  });
  if (alerts.length > mostItems) items.push(`另有 ${alerts.length - mostItems} 项有变化：${publicUrl}/alerts`);
  const kept = searches.map((s) =>
    [
      `搜索“${s.name}”：${s.total} 条新结果`,
      ...s.items.map((i) => `  · ${i.title}\n    ${publicUrl}${i.path}`),
      `  ${publicUrl}${s.address}`,
    ].join('\n'),
  );
  return {
    subject,
    text: `${name}：\n\n${[...items, ...kept].join('\n\n')}\n\n——\n调整频率、免打扰时段或关闭个性化推荐：${publicUrl}/alerts\n一键退订此类邮件，无需登录：${unsubscribeAddress(publicUrl, mailKey)}\n`,
  };
}
