import { audienceOf, qualificationState, maskNumber, mayRead, profileEdit, rolesOfPerson } from './rules.js';

describe('what a profile shows', () => {
  it('is nothing that its person has not chosen', () => {
    expect(audienceOf({ name: 'PUBLIC' }, 'intro')).toBe('NOBODY');
    expect((['SELF', 'MEMBER', 'VISITOR'] as const).map((reader) => mayRead('NOBODY', reader))).toEqual([true, false, false]);
    expect((['SELF', 'MEMBER', 'VISITOR'] as const).map((reader) => mayRead('MEMBERS', reader))).toEqual([true, true, false]);
  });

  it('says how a certificate stands', () => {
    const on = (expiresOn: string | null) => qualificationState(expiresOn, '2026-11-22');
    expect([on(null), on('2026-11-21'), on('2026-11-22'), on('2027-02-22'), on('2027-02-23')]).toEqual(['VALID', 'EXPIRED', 'ENDING', 'ENDING', 'VALID']);
  });

  it('masks numbers and knows roles', () => {
    expect(['ZG2019410100123', 'A-12'].map(maskNumber)).toEqual(['ZG2*********123', 'A***2']);
    expect([rolesOfPerson(['INVENTOR']), rolesOfPerson(['BROKER']), rolesOfPerson(['OPERATOR_L1'])]).toEqual([['EXPERT'], ['BROKER'], []]);
  });

  it('refuses a certificate that ends before it was issued', () => {
    const certificate = { kind: 'OTHER', name: '证书', number: '123', issuer: '机构', issuedOn: '2026-02-01', expiresOn: '2026-01-01' };
    const result = profileEdit.safeParse({ role: 'EXPERT', techFields: [], keywords: [], certificates: [certificate], links: [], audiences: [] });
    expect(result.error?.issues.map((i) => i.path.join('.'))).toEqual(['certificates.0.expiresOn']);
  });
});
