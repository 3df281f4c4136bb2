import { Module } from '@nestjs/common';
import { ChallengeMeetings } from './challenge-meetings.service.js';
import { ChallengeMeetingMail } from './meeting-mail.service.js';
import { ItemMeetingsResolver, ChallengeMeetingsResolver } from './meetings.resolver.js';

@Module({ providers: [ChallengeMeetingsResolver, ItemMeetingsResolver, ChallengeMeetingMail, ChallengeMeetings], exports: [ChallengeMeetings] })
export class ChallengeMeetingsModule {}
