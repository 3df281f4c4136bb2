const signs = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];

/** Below ten thousand; a gap of zeros is said once. */
function group(n: number): string {
  let words = '';
  let isGap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit) {
      words += `${isGap && words ? '零' : ''}${signs[digit]}${places[place]}`;
      isGap = false;
    } else isGap = true;
  }
  return words;
}

/** An amount in fen as it is written in contracts: 壹佰贰拾万元整, 叁元零伍分. */
export function capitalsOf(fen: bigint): string {
  const [yuan, rest] = [fen / 100n, Number(fen % 100n)];
  let words = '';
  let isGap = false;
  const units: [bigint, string][] = [[1_000_000_000_000n, '万'], [100_000_000n, '亿'], [10_000n, '万'], [1n, '']];
  for (const [i, [unit, name]] of units.entries()) {
    const part = Number((yuan / unit) % 10_000n);
    if (part) {
      words += `${words && (isGap || part < 1000) ? '零' : ''}${group(part)}${name}`;
      isGap = false;
      // 壹万亿: the unit above is said also where its own group is empty.
      if (i === 0 && !Number((yuan / 100_000_000n) % 10_000n)) words += '亿';
    } else isGap = words !== '';
  }
  const [jiao, cent] = [Math.floor(rest / 10), rest % 10];
  const whole = words ? `${words}元` : rest ? '' : '零元';
  if (!rest) return `${whole}整`;
  const tenths = jiao ? `${signs[jiao]}角` : whole ? '零' : '';
  return `${whole}${tenths}${cent ? `${signs[cent]}分` : '整'}`;
}
