import { createHash } from 'node:crypto';
import { maskName } from '../mask.js';
import { ndaText, ndaTemplateVersion } from './nda-text.js';
import { tierStateOf, type KnownNda, type TierReader } from './state.js';

const today = '2026-11-22';
const member: TierReader = {
  isSignedIn: true,
  isOwnOrganisation: false,
  isInsider: false,
  isVerified: true,
  mayOpen: true,
  mayAccept: true,
};
const state = (reader: Partial<TierReader>, nda: KnownNda | null = null, isOpen = true) =>
  tierStateOf({ ...member, ...reader }, nda, isOpen, today);
const active: KnownNda = { status: 'ACTIVE', openUntil: today };

describe('who gets into a second tier', () => {
  it.each([
    ['a visitor is shown the way', state({ isSignedIn: false }), 'VISITOR'],
    ['an authorised person may accept', state({}), 'MAY_ACCEPT'],
    ['another member asks a colleague', state({ mayAccept: false }), 'ASK_COLLEAGUE'],
    ['an active agreement opens on its last day', state({ mayAccept: false }, active), 'OPEN'],
    ['but not a day later', state({}, { ...active, openUntil: '2026-11-21' }), 'MAY_ACCEPT'],
    ['what is withdrawn is closed in spite of it', state({}, active, false), 'CLOSED'],
    ['a suspended organisation stays out in spite of it', state({ isVerified: false }, active), 'UNVERIFIED'],
    ['an office has no way in', state({ mayOpen: false }, active), 'NOT_ELIGIBLE'],
    ['a request waits', state({}, { status: 'REQUESTED', openUntil: null }), 'WAITING'],
    ['who was declined may ask again', state({}, { status: 'DECLINED', openUntil: null }), 'MAY_ACCEPT'],
    ['an ended one opens nothing', state({}, { status: 'ENDED', openUntil: today }), 'MAY_ACCEPT'],
    ['a colleague of the owner is no insider by that', state({ isOwnOrganisation: true }), 'OWN_UNIT'],
    ['the owner reads it though it is withdrawn', state({ isInsider: true }, null, false), 'OWNER'],
  ])('%s', (_rule, found, expected) => expect(found).toBe(expected));
});

describe('the agreement', () => {
  const facts = {
    ownerName: '河岳大学',
    readerName: '砺石公司',
    readerUscc: '91410100MA00000000',
    title: '金刚石磨头',
    accessMonths: 6,
    termYears: 3,
  };
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

  it('keeps every published version letter by letter', () => {
    expect(ndaTemplateVersion).toBe(1);
    expect(sha256(ndaText(facts, 1))).toMatchInlineSnapshot(`"6d072c9706cca6d5055712b437825f1730bacad94a61f3a97dfb0f3fdaaa0363"`);
  });

  it('does not name an owner that stays unnamed', () => expect(ndaText({ ...facts, ownerName: null })).toContain('披露方：匿名发布单位'));
});

it('masks names', () => expect(['高建业', '芦 ', '欧阳若海', 'Smith'].map(maskName)).toEqual(['高**', '芦', '欧***', 'S***']));
