import { Tag } from 'antd';

export type Tone = 'neutral' | 'active' | 'good' | 'attention' | 'bad';
const colors: Record<Tone, string | undefined> = { neutral: undefined, active: 'blue', good: 'green', attention: 'gold', bad: 'red' };

/** A state is a word; the colour only helps. The word and the tone come from one table per lifecycle. */
export function StatusTag({ tone, children }: { tone: Tone; children: string }) {
  return <Tag color={colors[tone]}>{children}</Tag>;
}
