import { Module } from '@nestjs/common';
import { NegotiationsModule } from '../negotiations/negotiations.module.js';
import { HandoverMail } from './handover-mail.service.js';
import { HandoversResolver } from './handovers.resolver.js';
import { Handovers } from './handovers.service.js';

@Module({ imports: [NegotiationsModule], providers: [HandoverMail, Handovers, HandoversResolver] })
export class BrokerHandoverModule {}
