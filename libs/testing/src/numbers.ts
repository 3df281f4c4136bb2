import { organisationCodeCheck, patentCheck, usccCheck } from '@jihui/domain';

let serial = Math.floor(Math.random() * 1_000_000);
const next = () => String((serial = (serial + 1) % 10_000_000)).padStart(7, '0');

/** An unused 统一社会信用代码 with both check characters right. */
export function makeUscc(prefix: '91' | '12' | '11' = '91'): string {
  const body = `M${next()}`;
  const first17 = `${prefix}410100${body}${organisationCodeCheck(body)}`;
  return first17 + usccCheck(first17);
}

/** A patent number with its check character right. */
export function makePatentNumber(kind: 1 | 2 | 3 = 1, year = 2022): string {
  const digits = `${year}${kind}${next()}`;
  return `ZL${digits}.${patentCheck(digits)}`;
}
