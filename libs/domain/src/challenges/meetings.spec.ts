import { meetingFault, challengeMeetingMinutes, type MeetingFacts } from './meetings.js';
import { stepFault, type ChallengeFacts } from './steps.js';

const facts = (more: Partial<MeetingFacts> = {}): MeetingFacts => ({ isPast: true, hasMinutes: true, confirmed: false, hasIntention: true, signed: false, signatures: 0, ...more });
const panel = (more: Partial<ChallengeFacts>) => stepFault('startReview', { reviewers: 3, meetingsOpen: 0, meetingsHeld: 0, unmet: 2, ...more } as ChallengeFacts);

describe('a meeting of owner and bidder', () => {
  it('is written down afterwards, confirmed once by each side, and its intention signed once by each', () => {
    expect(meetingFault('writeMinutes', facts({ isPast: false }))).toBe('meeting_ahead');
    expect(meetingFault('confirmMinutes', facts({ hasMinutes: false }))).toBe('no_minutes');
    expect(meetingFault('hold', facts({ confirmed: true }))).toBe('confirmed_already');
    expect(meetingFault('signIntention', facts({ hasIntention: false }))).toBe('no_intention');
    expect(meetingFault('signIntention', facts({ signed: true }))).toBe('signed_already');
    expect(meetingFault('handIntention', facts({ signatures: 2 }))).toBe('intention_signed');
    expect((['writeMinutes', 'confirmMinutes', 'hold', 'handIntention', 'signIntention', 'cancel'] as const).map((a) => meetingFault(a, facts()))).toEqual([null, null, null, null, null, null]);
  });
  it('has somebody of each side', () => {
    const text = '双方就测试方法和样件数量交换了意见，没有改变榜单内容。';
    const of = (...sides: ('OWNER' | 'BIDDER')[]) => challengeMeetingMinutes.safeParse({ text, attendees: sides.map((side) => ({ side, name: '王工', title: '' })) }).success;
    expect([of('OWNER', 'BIDDER'), of('OWNER', 'OWNER'), of('BIDDER')]).toEqual([true, false, false]);
  });
  it('holds up the review while it is open; who was qualified is met like the others, or nobody is', () => {
    expect(panel({ meetingsOpen: 1 })).toBe('meetings_open');
    expect(panel({ meetingsHeld: 1, unmet: 1 })).toBe('some_unmet');
    expect([panel({}), panel({ meetingsHeld: 2, unmet: 0 })]).toEqual([null, null]);
  });
});
