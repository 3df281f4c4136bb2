import { pricingWords, transferModeWord } from './words.js';
import type { Recorded } from '../content.js';
import { formatYuan } from '../money.js';
import type { NoticeContent } from './rules.js';

/**
 * The notice as it is published, one fact per line: the text that is hashed (SHA-256 over its UTF-8). Kept for years: a changed line would
 * make the fingerprints of old notices look wrong, so a new form needs a new first line.
 */
export function noticeText(unit: string, content: Recorded<NoticeContent>): string {
  return [
    '科技成果转化定价公示（格式一）',
    `公示单位：${unit}`,
    `成果名称：${content.name}`,
    `成果简介：${content.summary.replace(/\s*\n\s*/g, ' ')}`,
    `转化方式：${transferModeWord(content.transferMode)}`,
    `定价方式：${pricingWords[content.pricingMode]}`,
    `${content.pricingMode === 'NEGOTIATED' ? '拟交易价格' : '底价'}：${formatYuan(content.price)}`,
    `拟受让方：${content.buyer ?? '尚未确定'}`,
    `关联交易：${content.relatedParty ? `是（${content.relatedNote ?? ''}）` : '否'}`,
    `异议方式：${content.objectionProcedure.replace(/\s*\n\s*/g, ' ')}`,
    `公示期：${content.days} 日`,
  ].join('\n');
}
