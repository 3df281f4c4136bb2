import { freshness } from '@jihui/domain';

/**
 * 有效: what the public finds, is matched and is counted: published, of a verified organisation, confirmed by its owner in the last half year.
 * The one rule, for any table of items with these columns; `alias` is its alias.
 */
export function isLive(alias: string): string {
  return `${alias}.status = 'PUBLISHED' and ${isShown(alias)} and exists (select 1 from organisation live_owner where live_owner.id = ${alias}."organisationId" and live_owner.status = 'VERIFIED')`;
}

/** The part of it that time alone changes: nothing is recorded when the half year ends. */
export function isShown(alias: string): string {
  return `coalesce(${alias}."confirmedAt", ${alias}."publishedAt", ${alias}."updatedAt") > now() - interval '${freshness.hiddenAfterDays} days'`;
}
