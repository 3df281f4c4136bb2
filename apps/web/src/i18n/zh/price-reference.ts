import type { TrlStep } from '@jihui/domain';

const step: Record<TrlStep, string> = { TRL_1_3: 'TRL 1–3', TRL_4_6: 'TRL 4–6', TRL_7_9: 'TRL 7–9' };

/** 价格参考，由已登记合同得出。 */
export const priceReference = {
  step,
  title: '价格参考',
  allModes: '各类合同',
  of: '{{of}}，',
  contracts: '已登记合同 {{count}} 份',
  median: '成交总额中位数约 {{amount}}',
  middle: '，中间一半在 {{low}} 至 {{high}} 之间',
  note: '按登记公开的成交总额计算，取两位有效数字；仅供参考，不代表本项的价值。',
  noteWider: '同成熟度的合同不足，已放宽到各成熟度。按登记公开的成交总额计算，取两位有效数字；仅供参考。',
  tooFew: '价格参考：{{field}}领域的已登记合同不足 {{contracts}} 份或不足 {{sellers}} 家卖方，不提供参考价。',
} as const;
