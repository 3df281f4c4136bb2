import { Module } from '@nestjs/common';
import { NegotiationsModule } from '../negotiations/negotiations.module.js';
import { MeetingMail } from './meeting-mail.service.js';
import { MeetingFieldsResolver, MeetingsResolver } from './meetings.resolver.js';
import { Meetings } from './meetings.service.js';

@Module({
  imports: [NegotiationsModule],
  providers: [MeetingFieldsResolver, MeetingMail, Meetings, MeetingsResolver],
  exports: [Meetings],
})
export class MeetingsModule {}
