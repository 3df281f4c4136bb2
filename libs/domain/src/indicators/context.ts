import type { IndicatorOp } from '../demands/rules.js';
import { isCount, type Quantity } from './quantity.js';

type Comparison = 'GE' | 'LE' | 'EQ';
type Context = { name: string; op: Exclude<IndicatorOp, 'TEXT'>; change: 'UP' | 'DOWN' | null; end: number };

/** Words in front of a number, the more particular ones first: 不低于 before 低于. */
const before: readonly (readonly [RegExp, Comparison])[] = [
  [/(?:>=|≥|>|不得?低于|不得?小于|不得?少于|不能?低于|至少|大于等于)在?(?:等于)?$/, 'GE'],
  [/(?:<=|≤|<|不得?高于|不得?大于|不得?超过|不能?超过|不多于|至多|最多|最大|小于等于)在?$/, 'LE'],
  [/(?:大于|高于|超过|多于|优于|突破|(?<!高)达到?|实现)$/, 'GE'],
  [/(?:小于|低于|少于|不足)$/, 'LE'],
];
const after: readonly (readonly [RegExp, Comparison])[] = [
  [/^\s*(?:厚|长|宽|高|\))?\s*(?:及|或)?以上/, 'GE'],
  [/^\s*(?:厚|长|宽|高|\))?\s*(?:及|或)?(?:以下|以内|之内)/, 'LE'],
  [/^内/, 'LE'],
  [/^\s*(?:左右|上下|之间)/, 'EQ'],
];
const up = /(?:提高|提升|增加|增长|上升|增强|增产|增效|高出?|增)$/;
const down = /(?:降低|减少|下降|减低|缩短|节约|节省|节材|节能|节电|降)$/;
const savings = /节(?:材|能|电)$/;
const filler = /(?:[\s:=是为约近能可应需要在各均共有了仅只到至将φ(]|达|大约|幅度|控制|左右|分别|可以|能够|范围|范围内|波动|保持|稳定|设计|要求|指标|不|平均|又|就|从|由|升|锁定)+$/;
const stop = /[,，。;；:：、()（）\n!?！？“”"【】《》①-⑩|]/;

/** What is said around a quantity: how it compares, what it is said of, whether it is a change. Null where it is no indicator at all. */
export function contextOf(text: string, quantity: Quantity, from: number): Context | null {
  const rest = text.slice(quantity.end, quantity.end + 8);
  if (isAge(quantity, rest)) return null;
  const lead = text.slice(Math.max(from, quantity.at - 48), quantity.at).replace(/[\s φ(±]+$/, '');
  const trimmed = lead.replace(/(?:约为?|大约|近|为|在)+$/, '');
  const ahead = before.find(([form]) => form.test(trimmed));
  const behind = after.find(([form]) => form.test(rest));
  const isSmall = isDuration(quantity) && /^内/.test(rest);
  const behindOp = behind && (behind[0].source !== '^内' || isSmall) ? behind : undefined;
  const opened = ahead ? trimmed.replace(ahead[0], '') : trimmed;
  const said = opened.replace(/(?:[\s了约为]|幅度|(?<!高)达到?|大约|比例|高达)+$/, '');
  const change = up.test(said) ? 'UP' : down.test(said) ? 'DOWN' : null;
  const subject = change && !savings.test(said) ? said.replace(change === 'UP' ? up : down, '') : said;
  const op: Comparison = behindOp?.[1] ?? ahead?.[1] ?? 'EQ';
  // A count of things is what one demands only where it is compared; 次 are a life.
  if (isCount(quantity.unit) && quantity.unit.symbol !== '次' && (op === 'EQ' || quantity.high !== null)) return null;
  const end = quantity.end + (behindOp ? (behindOp[0].exec(rest)?.[0].length ?? 0) : 0);
  return { name: nameOf(subject, text, quantity, from), op: quantity.high === null ? op : 'RANGE', change, end };
}

const isDuration = ({ unit }: Quantity): boolean => unit.dimension === 'time';

/** 80周龄, 28日龄, 3年级, 5月2日: no spans of time. */
function isAge(quantity: Quantity, rest: string): boolean {
  const { unit } = quantity;
  if (unit.dimension !== 'time') return false;
  if (/^[龄级代]/.test(rest)) return true;
  if (unit.symbol === '年' && quantity.low > 1900 && quantity.low < 2100) return true;
  return unit.symbol === '月';
}

/** The last words before the comparison that name something; where they only act (投入 1000 万元研发经费), what follows; else the clause before. */
function nameOf(subject: string, text: string, quantity: Quantity, from: number): string {
  const own = clean(subject.replace(/[\s(（]+$/, '').split(stop).at(-1) ?? '');
  if (own && !verb.test(own)) return own;
  const next = /^(?:[左右多余以上下内]{1,2})?的?([\p{Script=Han}]{2,10})/u.exec(text.slice(quantity.end, quantity.end + 16))?.[1];
  if (next && !/^(?:左右|以[上下内])/.test(next)) return next;
  if (own) return own;
  const clauses = text.slice(Math.max(from, quantity.at - 60), quantity.at).split(stop).map(clean);
  return clauses.filter(Boolean).at(-1) ?? '';
}

const verb = /^(?:投入|产出|满足|可满足|能满足|保持|具有|提升|增加|提高|降低|但|增长|只有|有|达|占|为)$/;
const opening = /^(?:其中|其|使(?!用)|并|且|从|由|到|同时|要求|实现|预计|预期|目前|拟|公司|以及|及|和|与|较|的|将|在|对|年|\d+\s*)+/;

function clean(clause: string): string {
  const [subject = ''] = clause.replace(/[≥≤<>=]+\s*$/, '').split(/较|比(?!例)|相对于?/).filter((part) => part.trim().length > 1);
  const name = subject.replace(/[\d.]+\S{0,3}$/, '').replace(filler, '').replace(opening, '').replace(/[及和与、]+$/, '').trim();
  const last = name.split(/的|使(?!用)|将|要求/).at(-1)?.trim() ?? '';
  return (last.length >= 2 ? last : name).slice(-16).trim();
}
