import { z } from 'zod';
import { addDays, shanghaiDay } from '../calendar.js';

export const DigestRhythm = z.enum(['DAILY', 'WEEKLY', 'OFF']).meta({ id: 'DigestRhythm' });
export type DigestRhythm = z.infer<typeof DigestRhythm>;

const Hour = z.number().int().min(0).max(23);
/** What a person is told without asking. Equal hours: no quiet time. */
export const alertSettings = z
  .object({
    /** 个性化推荐 (网络数据安全管理条例 Art 42): off, nothing is recommended to the person anywhere. */
    personalised: z.boolean(),
    rhythm: DigestRhythm,
    quietFrom: Hour,
    quietTo: Hour,
  })
  .meta({ id: 'AlertSettingsInput' });
export type AlertSettings = z.output<typeof alertSettings>;
export const defaultAlertSettings: AlertSettings = { personalised: true, rhythm: 'DAILY', quietFrom: 20, quietTo: 8 };

/** What a saved search may find. */
export const SavedHitKind = z.enum(['ACHIEVEMENT', 'DEMAND', 'CHALLENGE']).meta({ id: 'SavedHitKind' });
export type SavedHitKind = z.infer<typeof SavedHitKind>;
/** The page of what was found. */
export const pathOfHit = ({ kind, id }: { kind: SavedHitKind; id: string }): string =>
  `/${{ ACHIEVEMENT: 'achievements', DEMAND: 'demands', CHALLENGE: 'challenges' }[kind]}/${id}`;

/** A search that is kept: the address of the search page, or of the board of challenges, without its host. */
export const savedSearch = z
  .object({
    name: z.string().trim().min(1).max(60),
    address: z
      .string()
      .max(1000)
      .regex(/^\/(search|challenges)(\?[^#\s]*)?$/),
    mail: z.boolean(),
  })
  .meta({ id: 'SavedSearchInput' });
export const savedSearchEdit = savedSearch.omit({ address: true }).meta({ id: 'SavedSearchEditInput' });
export const mostSavedSearches = 30;

/** What an unsubscribe link of a mail stops. */
export const unsubscribeToken = z.object({ token: z.string().regex(/^[\w-]{20,80}$/) }).meta({ id: 'UnsubscribeInput' });

const hourOf = (at: Date): number => (at.getUTCHours() + 8) % 24;

/** Whether mail has to wait at that time, in Asia/Shanghai; the quiet time may pass midnight. */
export function isQuiet({ quietFrom, quietTo }: Pick<AlertSettings, 'quietFrom' | 'quietTo'>, at: Date): boolean {
  const hour = hourOf(at);
  return quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}

/** The period that a digest sent now would belong to, of which there is one digest only; null when none may be sent now. Weeks begin on Monday. */
export function digestPeriod(settings: AlertSettings, at: Date): string | null {
  if (settings.rhythm === 'OFF' || isQuiet(settings, at)) return null;
  const day = shanghaiDay(at);
  if (settings.rhythm === 'DAILY') return `D${day}`;
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return `W${addDays(day, -sinceMonday)}`;
}
