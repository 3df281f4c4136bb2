import { Tag } from 'antd';

export type Tone = 'neutral' | 'active' | 'good' | 'attention' | 'bad';
// antd's own green on green reaches a contrast of 3.3; these all pass 4.5.
const colors: Record<Tone, { color: string; background: string }> = {
  neutral: { color: '#3a4454', background: '#eef0f4' },
  active: { color: '#1d4e89', background: '#e4edf8' },
  good: { color: '#1f6b41', background: '#e3f3e9' },
  attention: { color: '#7a4d00', background: '#fdf1d8' },
  bad: { color: '#a11c13', background: '#fdeae8' },
};

/** A state is a word; the colour only helps. The word and the tone come from one table per lifecycle. */
export function StatusTag({ tone, children }: { tone: Tone; children: string }) {
  return <Tag style={{ ...colors[tone], borderColor: 'transparent', marginInlineEnd: 0 }}>{children}</Tag>;
}
