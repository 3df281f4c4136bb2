import { Module } from '@nestjs/common';
import { ChallengeMeetings } from './challenge-meetings.service.js';
import { MeetingMail } from './meeting-mail.service.js';
import { ChallengeMeetingsResolver, MeetingsResolver } from './meetings.resolver.js';

@Module({ providers: [MeetingsResolver, ChallengeMeetingsResolver, MeetingMail, ChallengeMeetings], exports: [ChallengeMeetings] })
export class ChallengeMeetingsModule {}
